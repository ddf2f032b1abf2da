"""The style sheet and the scripts: what can be told of them without a browser."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

import samsprak

WEB = Path(samsprak.__file__).parent / "web"
STYLE = (WEB / "static" / "style.css").read_text("utf-8")
ENOUGH = 7.0
MAX_SCRIPT = 20 * 1024


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(mode: int) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", re.findall(r":root {[^}]*}", STYLE)[mode]))
    assert set(colours) == {"paper", "ink", "quiet", "accent", "line", "tint"}
    for text, ground in product(("ink", "quiet", "accent"), ("paper", "tint")):
        assert contrast(colours[text], colours[ground]) >= ENOUGH, (text, ground)


def test_colours_are_named_once() -> None:
    body = re.sub(r":root {[^}]*}", "", STYLE)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*{)", body)) <= {"#000", "#fff"}


def test_style_sheet_and_scripts_ask_no_other_address() -> None:
    for path in (WEB / "static").glob("*.*"):
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"@import|url\((?!\"#)|https?://", text), path.name


def test_pages_hold_no_style_of_their_own() -> None:
    for path in (WEB / "templates").glob("*.html"):
        assert not re.search(r"<style|\sstyle=|\son\w+=\"", path.read_text("utf-8")), path.name


def test_scripts_together_are_small() -> None:
    assert sum(path.stat().st_size for path in (WEB / "static").glob("*.js")) < MAX_SCRIPT


def test_every_script_and_style_sheet_is_used() -> None:
    templates = "".join(path.read_text("utf-8") for path in (WEB / "templates").glob("*.html"))
    for path in (WEB / "static").glob("*.*"):
        assert f'addresses.static("{path.name}"' in templates, path.name
