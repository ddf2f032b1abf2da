"""Comparisons as text, Markdown, JSON and HTML: what they say, and what a label cannot make them do."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from samsprak.editing.differences import Aspect, Comparison, Effect, Happening, Sort
from samsprak.editing.reports import wording
from samsprak.editing.reports.data import as_json
from samsprak.editing.reports.markdown import LIMIT, markdown, safe
from samsprak.editing.reports.page import STYLE, page
from samsprak.editing.reports.pieces import visible
from samsprak.editing.reports.sections import account
from samsprak.editing.reports.text import lines
from tests.conftest import EX
from tests.editing.states import OUT, TREE, compared

HOSTILE = (
    "<script>alert(1)</script> `x` | @octocat #1 [a](http://evil.example) ![i](x) "
    '**b** </details> &amp; $m$ :tada: \\" !7'
)
SITE_STYLE = Path(wording.__file__).parents[2] / "web" / "static" / "style.css"


@pytest.fixture
def many(tmp_path: Path) -> Comparison:
    """A little of everything."""
    head = TREE.replace("två personer", "flera personer").replace(
        '"kurs"@sv', '"utbildning"@sv ; skos:altLabel "kurs"@sv'
    )
    head = head.replace('"krissamtal"@sv ; skos:broader ex:mid', '"krissamtal"@sv ; skos:broader ex:other')
    head = head.replace("ex:one a skos:Concept ;", f"ex:one a skos:Concept ; {OUT} ; dcterms:isReplacedBy ex:two ;")
    return compared(tmp_path, TREE + 'ex:gone a skos:Concept ; skos:prefLabel "borta"@sv .', head)


def hostile(folder: Path) -> Comparison:
    literal = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    return compared(folder, TREE, TREE.replace('"kurs"@sv', f'"{literal}"@sv'))


def test_everything_that_can_be_told_has_words() -> None:
    assert set(wording.HAPPENINGS) == set(wording.TAGS) == set(Happening)
    assert set(wording.SORTS) == set(Sort)
    assert set(wording.ASPECTS) == set(Aspect)
    assert set(wording.EFFECTS) == set(Effect)


def test_text_tells_what_happened_and_what_follows(many: Comparison) -> None:
    told = "\n".join(lines(account(many, "sv")))
    for words in (
        "Borta utan att ha avförts (1)",
        "! Se efter: Adressen svarar nu 404",
        "En tagg med begreppet leder nu till krissamtal.",
        "[-kurs-] → {+utbildning+} (den gamla termen är kvar som tillåten term)",
        "[-två-]{+flera+} personer",
        "fanns under: [-stöd › samtal-]",
        "finns under: {+stöd › utbildning+}",
        "Att se efter före publicering: 1.",
    ):
        assert words in told


def test_english_is_whole(many: Comparison) -> None:
    told = "\n".join(lines(account(many, "en")))
    assert "Gone, without having been retired (1)" in told
    assert "A tag with this concept now leads to krissamtal." in told
    assert not re.search(r"begrepp|ändra|Avfört|gammal", told)


def test_one_is_told_as_one_and_several_as_several(tmp_path: Path) -> None:
    without = TREE[: TREE.index("ex:mid a")] + TREE[TREE.index("ex:one a") :]
    assert "2 narrower concepts lose their path: rådgivning, krissamtal." in "\n".join(
        lines(account(compared(tmp_path, TREE, without), "en"))
    )
    moved = without.replace(
        'ex:one a skos:Concept ; skos:prefLabel "rådgivning"@sv ; skos:broader ex:mid',
        'ex:one a skos:Concept ; skos:prefLabel "rådgivning"@sv ; skos:broader ex:top',
    )
    assert "One narrower concept loses its path: krissamtal." in "\n".join(
        lines(account(compared(tmp_path, TREE, moved), "en"))
    )


def test_nothing_is_told_as_nothing(tmp_path: Path) -> None:
    nothing = compared(tmp_path, TREE, TREE)
    assert list(lines(account(nothing, "en")))[-1] == "No difference."
    assert "**No difference.**" in markdown(account(nothing, "en"))
    assert "No difference." in page(account(nothing, "en"))
    assert json.loads("".join(as_json(nothing, "en")))["differences"] == []


def test_terms_lead_to_the_preview_where_they_are_in_it(many: Comparison) -> None:
    told = markdown(account(many, "sv", "https://preview.example/begrepp/"))
    assert "[utbildning](<https://preview.example/begrepp/head/other>)" in told
    assert "**borta**" in told
    assert 'href="https://preview.example/begrepp/head/other"' in page(
        account(many, "sv", "https://preview.example/begrepp/")
    )


def test_markdown_shows_a_hostile_label_as_it_is(tmp_path: Path) -> None:
    told = markdown(account(hostile(tmp_path), "sv"))
    bare = told.replace("<!-- samsprak diff -->", "")
    assert set(re.findall(r"</?([a-z]+)", bare)) <= {"details", "summary", "del", "ins"}
    assert bare.count("<details") == bare.count("</details>")
    assert not re.search(r"@octocat|#1|http://|(?<!\\)[\]\[`|]|(?<!\\)\*+b|:tada:|\$m\$| !7", bare)


@pytest.mark.parametrize(
    "text",
    [
        "@org/team",
        "a@b.example",
        "GH-1 #12",
        "!3 ~bug %v1 $5 &9",
        "www.example.org",
        "https://x.example",
        "_a_ *b*",
        "a|b",
    ],
)
def test_nothing_in_a_text_is_live_in_markdown(text: str) -> None:
    told = safe(text)
    assert not re.search(r"(?<!\\)[`*_\[\]|~<>]|@\w|[^&]#\w|^#\w|!\d|%\w|\$\w|&\d|://|www\.", told)


def test_markdown_stays_within_what_a_forge_takes_and_says_what_is_left_out(tmp_path: Path) -> None:
    more = "".join(f'ex:n{n} a skos:Concept ; skos:prefLabel "nytt ord {n}"@sv .\n' for n in range(3000))
    told = markdown(account(compared(tmp_path, TREE, TREE + more), "sv"))
    assert len(told) < LIMIT + 2000
    assert "- Nytt: 3000" in told
    assert re.search(r"Skillnader som inte får plats här: \d+\.", told)
    assert told.count("<details") == told.count("</details>")


class Tags(HTMLParser):
    """Gathers tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_page_shows_a_hostile_label_as_it_is_and_needs_nothing_else(tmp_path: Path) -> None:
    told = Tags()
    told.feed(page(account(hostile(tmp_path), "sv", "https://preview.example")))
    assert {"script", "img", "link", "iframe"}.isdisjoint(told.tags)
    assert not any(name.startswith("on") or name == "src" for name in told.attributes)
    assert "<script>alert(1)</script>" in told.text
    assert not re.search(r"url\(|@import", STYLE.read_text(encoding="utf-8"))


def test_page_says_in_which_language_a_text_is(many: Comparison) -> None:
    assert '<dd lang="sv">stöd som består i att ' in page(account(many, "en"))
    assert "<dd>stöd som består i att " in page(account(many, "sv"))


def test_page_has_the_colours_of_the_site() -> None:
    ours, theirs = (
        re.findall(r"--(paper|ink|quiet|accent|line|tint): (#[0-9a-f]{6})", path.read_text(encoding="utf-8"))
        for path in (STYLE, SITE_STYLE)
    )
    assert ours == theirs


def test_json_is_laid_out_as_one_although_it_comes_in_pieces(tmp_path: Path, many: Comparison) -> None:
    for comparison in (compared(tmp_path, TREE, TREE), many):
        text = "".join(as_json(comparison, "en"))
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1)


def test_json_tells_programs_everything(many: Comparison) -> None:
    told = json.loads("".join(as_json(many, "en")))
    assert told["version"] == 1
    assert told["counts"] == {"lost": 1, "merged": 1, "retired": 1, "renamed": 1, "redefined": 1, "moved": 1}
    by_uri = {each["uri"]: each for each in told["differences"]}
    renamed = by_uri[EX + "other"]
    assert renamed["before"]["prefLabel"] == [{"value": "kurs", "lang": "sv"}]
    assert {"aspect": "prefLabel", "lang": "sv", "lost": ["kurs"], "gained": ["utbildning"]} in renamed["changes"]
    moved = by_uri[EX + "two"]
    assert moved["paths"] == {
        "before": [[EX + "top", EX + "mid", EX + "two"]],
        "after": [[EX + "top", EX + "other", EX + "two"]],
    }
    retired = by_uri[EX + "one"]
    assert retired["replacedBy"] == [EX + "two"]
    (leads, *_) = [one for one in retired["consequences"] if one["effect"] == "tag-leads-to"]
    assert leads["about"] == [EX + "two"]
    assert leads["message"] == "A tag with this concept now leads to krissamtal."


def test_signs_that_would_be_obeyed_are_shown() -> None:
    assert visible("a\x1b[31mb\u202ec\nd") == "a[U+001B][31mb[U+202E]c d"
