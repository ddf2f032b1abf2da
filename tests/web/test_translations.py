"""Swedish and English are complete: every word of the interface has a translation, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import samsprak
from samsprak.language.messages import CATALOGUES
from tests.cli.words import words_of_help

PACKAGE = Path(samsprak.__file__).parent
METHODS = [("**.py", "python"), ("**.html", "jinja2")]


def marked() -> set[str]:
    """Return what is marked in code and templates, and what the commands say of themselves in their help."""
    found = extract_from_dir(PACKAGE, METHODS, keywords={"_": None, "N_": None})
    return {message for _, _, message, *_ in found if isinstance(message, str)} | words_of_help()


def swedish() -> Catalog:
    with (CATALOGUES / "sv.po").open("rb") as source:
        return read_po(source, locale="sv")


def test_every_marked_word_is_translated_and_none_is_left_over() -> None:
    translated = {str(message.id) for message in swedish() if message.id and message.string}
    assert marked() - translated == set()
    assert translated - marked() == set()


def test_translations_fill_in_the_same_values() -> None:
    for message in swedish():
        if message.id:
            wanted = set(re.findall(r"{(\w+)", str(message.id)))
            assert set(re.findall(r"{(\w+)", str(message.string))) == wanted, message.id


def test_templates_say_nothing_that_is_not_marked() -> None:
    code = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}|<pre>.*?</pre>|<!?[a-z/][^>]*>|lang=\"", re.DOTALL)
    for template in sorted((PACKAGE / "web" / "templates").glob("*.html")):
        text = code.sub(" ", template.read_text("utf-8"))
        words = set(re.findall(r"[^\W\d_]{2,}", text)) - {"Samspråk"}
        assert words == set(), (template.name, words)
