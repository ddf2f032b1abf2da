"""The interface's own words in the reader's language, from gettext catalogues read with Babel.

The source language of the catalogue is English, as the code; `locale/sv.po` holds the Swedish that most people
read. Catalogues are read as text when a program starts, so that there is no compiled file to keep fresh. Babel is
imported where it is needed, so that `samsprak --help` in English does not wait for it.
"""

from __future__ import annotations

import os
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from samsprak.errors import N_, Problem, SamsprakError
from samsprak.settings import UI_LANGUAGES

CATALOGUES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"


@cache
def translations(lang: str) -> NullTranslations:
    """Return the catalogue of one interface language; the source language needs none."""
    if lang == SOURCE_LANGUAGE:
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (CATALOGUES / f"{lang}.po").open("rb") as source:
        catalogue = read_po(source, locale=lang)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def say(template: str, lang: str, /, **values: object) -> str:
    """Return a marked template in the reader's language, filled in; a value may be called `lang` too."""
    return translations(lang).gettext(template).format(**values)


def explain(error: SamsprakError, lang: str) -> str:
    """Return an error as a sentence in the reader's language."""
    return say(error.template, lang, **error.values)


def explain_problem(problem: Problem, lang: str) -> str:
    """Return one unreadable file as `file line n: reason`."""
    reason = say(problem.template, lang, **dict(problem.values))
    if problem.line is None:
        return f"{problem.file}: {reason}"
    line = say(N_("line"), lang)
    return f"{problem.file} {line} {problem.line}: {reason}"


@cache
def language_name(tag: str, lang: str) -> str:
    """Return what a language is called in the reader's language (Unicode CLDR), else its tag."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = Locale.parse(tag, sep="-").get_display_name(lang)
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


def terminal_language() -> str:
    """Return the language of a terminal: Swedish unless the locale names another that there is."""
    for name in ("SAMSPRAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        lang = os.environ.get(name, "")[:2].lower()
        if lang in UI_LANGUAGES:
            return lang
    return UI_LANGUAGES[0]
