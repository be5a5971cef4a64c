"""The profiles that the plugin brings: starting points, since no partner's layout is public."""

from __future__ import annotations

from pathlib import Path

from .profile import Profile, read_profile

_FOLDER = Path(__file__).parent / "starter_profiles"


def starters() -> list[Profile]:
    """All starter profiles, by file name."""
    return [read_profile(path) for path in sorted(_FOLDER.glob("*.json"))]
