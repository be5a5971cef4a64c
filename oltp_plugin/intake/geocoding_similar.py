"""Names that differ by a slip of the pen: candidates by shared trigrams, then edit distance."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

_AT_ONCE = 2_000  # queries held against the names
_LEAST = 0.2  # less in common (Dice) is not alike
_COMMON = 0.2  # a trigram in more names than this tells nothing


class Similar:
    """Finds, among m names, those that share most trigrams with a query."""

    def __init__(self, names: Sequence[str]):
        codes, owners = _trigrams(names)
        self._vocabulary, columns = np.unique(codes, return_inverse=True)
        counts = np.bincount(columns, minlength=len(self._vocabulary))
        self._telling = counts <= max(20, _COMMON * len(names))
        self._matrix = self._sparse(owners, columns, len(names)).T.tocsr()
        self._sizes = np.asarray(self._matrix.sum(axis=0)).ravel()

    def candidates(self, queries: Sequence[str], most: int = 6) -> list[list[int]]:
        """For each query the positions of up to ``most`` names, most alike (Dice) first."""
        if not queries:
            return []
        codes, owners = _trigrams(queries)
        columns = np.asarray(np.searchsorted(self._vocabulary, codes))
        columns[columns == len(self._vocabulary)] = 0
        known = self._vocabulary[columns] == codes
        matrix = self._sparse(owners[known], columns[known], len(queries))
        sizes = np.asarray(matrix.sum(axis=1)).ravel()
        found: list[list[int]] = []
        for start in range(0, len(queries), _AT_ONCE):
            shared = matrix[start : start + _AT_ONCE] @ self._matrix
            for row in range(shared.shape[0]):
                entries = slice(shared.indptr[row], shared.indptr[row + 1])
                names = shared.indices[entries]
                dice = 2 * shared.data[entries] / (sizes[start + row] + self._sizes[names])
                alike = np.flatnonzero(dice > _LEAST)
                order = np.lexsort((names[alike], -dice[alike]))[:most]
                found.append(names[alike[order]].tolist())
        return found

    def _sparse(self, rows: np.ndarray, columns: np.ndarray, n: int):
        from scipy import sparse

        kept = self._telling[columns]
        shape = (n, len(self._vocabulary))
        entries = np.ones(int(kept.sum()), dtype=np.float32)
        matrix = sparse.csr_matrix((entries, (rows[kept], columns[kept])), shape=shape)
        matrix.data[:] = 1  # a trigram that stands twice counts once
        return matrix


def distance(one: str, other: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that make one the other.

    Beyond ``most`` it is only told that it is more.

    Optimal string alignment, bit-parallel: H. Hyyrö, A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances, Nordic Journal of Computing 10 (2003).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if bin(_letters(one) ^ _letters(other)).count("1") > 2 * most:
        return most + 1  # a change adds one letter of the alphabet and takes one away, at most
    start, end, short = 0, 0, min(len(one), len(other))
    while start < short and one[start] == other[start]:
        start += 1
    while end < short - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not one or not other:
        return len(one) + len(other)
    return _bit_parallel(one, other)


@functools.lru_cache(maxsize=1 << 16)
def _letters(text: str) -> int:
    """A bit for each letter that stands in the text."""
    bits = 0
    for letter in text:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _bit_parallel(one: str, other: str) -> int:
    positions: dict[str, int] = {}
    for i, letter in enumerate(one):
        positions[letter] = positions.get(letter, 0) | 1 << i
    whole = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    rises, falls, diagonal, before, result = whole, 0, 0, 0, len(one)
    for letter in other:
        equal = positions.get(letter, 0)
        swapped = ((~diagonal & equal) << 1) & before
        diagonal = (((equal & rises) + rises) ^ rises) | equal | falls | swapped
        up = falls | ~(diagonal | rises)
        down = diagonal & rises
        result += bool(up & last)
        result -= bool(down & last)
        up = up << 1 | 1
        down = down << 1
        rises = (down | ~(diagonal | up)) & whole
        falls = up & diagonal & whole
        before = equal
    return result


def _trigrams(names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The trigrams of all names as numbers, and which name each is of; ends are padded."""
    text = "".join(f"  {name} " for name in names)
    letters = np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8).astype(np.int64)
    sizes = np.array([len(name) + 3 for name in names])
    owners = np.repeat(np.arange(len(names)), sizes)
    codes = letters[:-2] << 16 | letters[1:-1] << 8 | letters[2:]
    inside = owners[:-2] == owners[2:]
    return codes[inside], owners[:-2][inside]
