"""The secret keys that make a partner's numbers unreadable; they live outside the observatory.

``partner_ref`` is an HMAC-SHA256 (RFC 2104) of the partner's own number under a key per partner:
the file alone does not tell the number, not even by trying all numbers. The observatory holds
only the key's fingerprint. One file an observatory, named by its uuid, readable by its owner only.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from oltp_plugin.errors import ObservatoryError


def default_folder() -> Path:
    """The user's own folder for application data."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", Path.home())) / "oltp" / "keys"
    base = os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")
    return Path(base) / "oltp" / "keys"


def partner_key(connection: sqlite3.Connection, partner: str, folder: Path) -> bytes | None:
    """The partner's key; None before the first import made one.

    Raises ObservatoryError ``missing_key`` where the observatory knows a fingerprint that no key
    in ``folder`` has.
    """
    row = connection.execute(
        "SELECT key_fingerprint FROM partner WHERE code = ?", (partner,)
    ).fetchone()
    expected = row[0] if row else None
    if expected is None:
        return None
    text = _read(_file(connection, folder)).get(partner, {}).get(expected)
    if text is None:
        raise ObservatoryError("missing_key", partner=partner)
    return bytes.fromhex(text)


def make_partner_key(connection: sqlite3.Connection, partner: str, folder: Path) -> bytes:
    """A new key, kept in ``folder`` first and then known to the observatory by fingerprint."""
    key = secrets.token_bytes(32)
    file = _file(connection, folder)
    keys = _read(file)
    keys.setdefault(partner, {})[fingerprint(key)] = key.hex()  # an older copy may need its own
    _write(file, keys)
    connection.execute(
        "UPDATE partner SET key_fingerprint = ? WHERE code = ?", (fingerprint(key), partner)
    )
    return key


def fingerprint(key: bytes) -> str:
    """Enough of a hash to recognise a key, and nothing to rebuild it from."""
    return hashlib.sha256(b"oltp key " + key).hexdigest()[:16]


def references(key: bytes, numbers: Iterable[str]) -> list[str]:
    """The HMAC of each of the partner's own numbers, as 32 hexadecimal characters (128 bits)."""
    # Both of HMAC's passes begin with the key: hashed once, each number goes on from a copy.
    block = key.ljust(hashlib.sha256().block_size, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in block)) for pad in (0x36, 0x5C))
    found = []
    for number in numbers:
        first, second = inner.copy(), outer.copy()
        first.update(number.encode())
        second.update(first.digest())
        found.append(second.digest()[:16].hex())
    return found


def _file(connection: sqlite3.Connection, folder: Path) -> Path:
    return folder / f"{connection.execute('SELECT uuid FROM observatory').fetchone()[0]}.json"


def _read(file: Path) -> dict[str, dict[str, str]]:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ObservatoryError("unreadable_keys", name=file.name) from error


def _write(file: Path, keys: dict[str, dict[str, str]]) -> None:
    """Replace the key file in one step; a key that may be in use is never half written."""
    draft = file.with_suffix(".draft")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(keys, stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
    except OSError as error:
        raise ObservatoryError("keys_not_writable", name=file.parent.name) from error
