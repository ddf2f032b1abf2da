"""The built wheel, installed alone in an empty environment, serves the project's own vocabulary."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.web.conftest import running

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(out), str(ROOT)], check=True)
    (built,) = out.glob("samsprak-*.whl")
    return built


def test_wheel_carries_vocabulary_shapes_and_interface(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in ("data/vocab/scheme.ttl", "web/templates/base.html", "web/static/style.css", "language/locale/sv.po"):
        assert f"samsprak/{path}" in names
    assert any(name.startswith("samsprak/data/shapes/") for name in names)
    assert not any(name.startswith("tests/") for name in names)


def test_installed_alone_it_serves(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    constraints = ROOT / ".ci" / "constraints.txt"
    subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "-q", "install", "-c", constraints, wheel],
        check=True,
        cwd=tmp_path,
    )
    command = (str(environment / "bin" / "samsprak"),)
    with running(command=command) as address, urllib.request.urlopen(f"{address}/prevention.ttl") as reply:
        assert b"prefLabel" in reply.read()
