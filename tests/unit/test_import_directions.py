"""Who imports whom: nothing that lies below knows of what stands on it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("oltp_plugin", "processing_algorithms")
PLAIN = {"errors", "paths"}  # for all
QT_SIDE = PLAIN | {"translation", "settings", "local_format", "geos"}

# What each package may import of the others; what is not named here may import nothing of ours.
MAY_IMPORT = {
    "analysis": {"errors"},
    "observatory": PLAIN | {"analysis"},
    "intake": PLAIN | {"observatory", "analysis"},
    "layers": QT_SIDE | {"observatory"},
    "printing": QT_SIDE | {"layers", "observatory", "analysis"},
    "gui": QT_SIDE | {"layers", "observatory", "intake", "analysis"},
    "processing_algorithms": QT_SIDE | {"printing", "layers", "intake", "observatory", "analysis"},
    "plugin": {"gui", "translation"},
    "translation": PLAIN | {"analysis"},
    "local_format": {"translation"},
    "settings": {"observatory"},
}
WITHOUT_QGIS = ("analysis", "observatory", "intake", "errors", "paths")


def imported(file: Path) -> set[str]:
    """Full names of what a file imports, inside its functions too."""
    package = file.relative_to(ROOT).parts[:-1]
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            module = (*base, *(node.module or "").split("."))
            names |= {".".join((*filter(None, module), each.name)) for each in node.names}
    return names


def place(name: str) -> str:
    """The package, or the module beside the packages, that a full name lies in."""
    parts = name.split(".")
    return parts[1] if parts[0] == "oltp_plugin" and len(parts) > 1 else parts[0]


FILES = {
    file: place(".".join(file.relative_to(ROOT).with_suffix("").parts))
    for folder in OURS
    for file in sorted((ROOT / folder).rglob("*.py"))
}


@pytest.mark.parametrize("package", sorted({*FILES.values()} - {"__init__"}))
def test_a_package_imports_only_what_lies_below_it(package):
    allowed = MAY_IMPORT.get(package, set()) | {package}
    wrong = [
        f"{file.relative_to(ROOT)}: {name}"
        for file, own in FILES.items()
        if own == package
        for name in imported(file)
        if name.split(".")[0] in OURS and place(name) not in allowed
    ]
    assert not wrong


def test_what_runs_on_plain_python_imports_no_qgis():
    foreign = {"qgis", "processing", "PyQt5", "PyQt6", "pytest_qgis"}
    for file, package in FILES.items():
        if package in WITHOUT_QGIS:
            assert not {name.split(".")[0] for name in imported(file)} & foreign, file


def test_the_store_takes_of_the_methods_only_who_lies_in_which_area():
    for file, package in FILES.items():
        if package == "observatory":
            taken = {name for name in imported(file) if place(name) == "analysis"}
            assert all("analysis.assignment" in name for name in taken), file


def test_arrays_use_nothing_else_of_the_layers():
    arrays = ROOT / "oltp_plugin" / "layers" / "arrays"
    for file in FILES:
        if arrays in file.parents:
            own = {name for name in imported(file) if place(name) == "layers"}
            assert all(name.startswith("oltp_plugin.layers.arrays.") for name in own), file
