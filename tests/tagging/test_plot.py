from __future__ import annotations

import xml.etree.ElementTree as ET

from samsprak.tagging.plot import Bar, Panel, Plot, drawn

SVG = "{http://www.w3.org/2000/svg}"
PLOT = Plot(
    'Insatser <2026> & "mer"',
    "Rader: 12.",
    (
        Panel("nivåer", (Bar("universell", 8, 3), Bar("selektiv", 0, 0), Bar("inget", 4, 0, hollow=True)), "Slut."),
        Panel("tom", ()),
        Panel("djup", (Bar("ett mycket långt namn " * 10, 5, 5, depth=6),)),
    ),
    ("själv", "under"),
    "sv",
)


def parsed(plot: Plot = PLOT) -> ET.Element:
    return ET.fromstring(drawn(plot).encode())


def test_plot_is_well_formed_and_says_its_title_and_contents() -> None:
    root = parsed()
    assert root.tag == SVG + "svg"
    assert root.get("role") == "img"
    assert root.findtext(SVG + "title") == PLOT.title
    description = root.findtext(SVG + "desc") or ""
    assert "nivåer: universell: 8; selektiv: 0; inget: 4. Slut." in description


def test_plot_stands_by_itself() -> None:
    text = drawn(PLOT)
    assert "<style" not in text
    assert "href" not in text
    assert " style=" not in text


def test_bars_are_as_long_as_their_values() -> None:
    widths = [float(each.get("width", "0")) for each in parsed().iter(SVG + "rect")][3:]
    assert widths[:3] == [372.0, 139.5, 186.0]


def test_everything_is_within_the_picture() -> None:
    root = parsed()
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for text in root.iter(SVG + "text"):
        assert 0 < float(text.get("x", "-1")) < width - 20
        assert 0 < float(text.get("y", "-1")) < height


def test_long_names_are_cut_and_said_in_full() -> None:
    bar = PLOT.panels[2].bars[0]
    group = next(each for each in parsed().iter(SVG + "g") if bar.name in (each.findtext(SVG + "title") or ""))
    assert (group.findtext(SVG + "text") or "").endswith("…")
