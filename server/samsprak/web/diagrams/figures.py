"""Figures as they stand in a page: a diagram, its legend, and what it says in words; and files, the diagram alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from samsprak.errors import N_
from samsprak.language.messages import translations
from samsprak.vocabulary.records import Concept
from samsprak.web.diagrams.drawing import NAME, drawing, in_files, on_pages
from samsprak.web.diagrams.layout import diagram_of
from samsprak.web.diagrams.legend import legend
from samsprak.web.diagrams.records import Diagram
from samsprak.web.diagrams.statements import Object, Statement, in_words
from samsprak.web.markup import anchor, as_tag, escaped
from samsprak.web.presentation import Reader

IN_WORDS = N_("The diagram in words")
# Units of a drawing to the size of the page's text, with which it grows.
UNITS = 16


def concept_figure(reader: Reader, concept: Concept) -> Markup:
    """Return a concept's diagram as a figure; empty where it has no neighbours."""
    diagram = diagram_of(reader, concept)
    return as_figure(diagram, reader.lang) if diagram else Markup()


def as_figure(diagram: Diagram, lang: str) -> Markup:
    """Return a diagram with its legend and its words."""
    gettext, current = translations(lang).gettext, diagram.boxes[0].member.link
    name = escaped(current.text)
    return Markup(  # noqa: S704 - every part is escaped
        f"""<figure class="diagram">
<div class="drawing" role="region" aria-label="{escaped(gettext(NAME))}: {name}" tabindex="0">
<svg width="{diagram.width / UNITS}rem" viewBox="0 0 {diagram.width} {diagram.height}" role="group"\
 font-family="system-ui, sans-serif">
{drawing(diagram, gettext, on_pages(lang))}</svg>
</div>
<figcaption>
{legend(diagram, lang)}<details>
<summary>{escaped(gettext(IN_WORDS))}</summary>
<p{as_tag(current.lang, lang)}>{name}</p>
{_list(in_words(diagram.sketch), lang, gettext)}
</details>
</figcaption>
</figure>"""
    )


def as_file(diagram: Diagram, lang: str) -> str:
    """Return a diagram as a file that stands alone; office programs know no style sheet."""
    width, height = diagram.width, diagram.height
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"\
 lang="{lang}" color="#1c2024" font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif">
<rect width="{width}" height="{height}" fill="#ffffff"/>
{drawing(diagram, translations(lang).gettext, in_files(lang))}</svg>"""


def _list(statements: Iterable[Statement], lang: str, gettext: Callable[[str], str]) -> str:
    items = "".join([f"<li>{_sentence(each, lang, gettext)}</li>\n" for each in statements])
    return f"<ul>\n{items}</ul>\n"


def _sentence(statement: Statement, lang: str, gettext: Callable[[str], str]) -> str:
    """Return one sentence: its objects on a line, or in a list where something is said of them in turn."""
    phrase = escaped(gettext(statement.phrase))
    if statement.division:
        phrase = f"{phrase} ({escaped(statement.division)})"
    if not any(each.statements for each in statement.objects):
        return f"{phrase} {', '.join([anchor(each.link, lang) for each in statement.objects])}"
    items = "".join([_item(each, lang, gettext) for each in statement.objects])
    return f"{phrase}\n<ul>\n{items}</ul>\n"


def _item(told: Object, lang: str, gettext: Callable[[str], str]) -> str:
    nested = _list(told.statements, lang, gettext) if told.statements else ""
    return f"<li>{anchor(told.link, lang)}{nested}</li>\n"
