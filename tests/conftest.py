"""Shared by all tests: the real open data beside the checkout, where it is present."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real open data; a test that needs it is skipped where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("real open data is not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def oracles() -> Path:
    """The folder of published numbers; a test that needs it is skipped where it is absent."""
    folder = SHARED / "oracles"
    if not folder.is_dir():
        pytest.skip("the published numbers are not beside the checkout")
    return folder
