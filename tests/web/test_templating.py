from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, TemplateAssertionError, select_autoescape
from markupsafe import Markup

from samsprak.web.markup import FUNCTIONS
from samsprak.web.templating import rendered, set_up


def render(folder: Path, source: str, **shown: object) -> str:
    (folder / "page.html").write_text(source, "utf-8")
    environment = Environment(autoescape=select_autoescape())
    set_up(environment, str(folder), FUNCTIONS)
    return rendered(environment, "sv/page.html", shown)


@pytest.mark.parametrize(
    ("value", "written"),
    [("<&>\"'", "&lt;&amp;&gt;&#34;&#39;"), ("ö", "ö"), (Markup("<b>"), "<b>"), (7, "7"), (["<"], "[&#39;&lt;&#39;]")],
)
def test_what_is_shown_is_escaped_once(value: object, written: str, tmp_path: Path) -> None:
    macro = "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
    assert render(tmp_path, macro + "{{ it.x }}|{{ twice(it.x) }}", it=SimpleNamespace(x=value)) == "|".join(
        [written, written * 2]
    )


def test_calls_pass_what_the_template_gives(tmp_path: Path) -> None:
    def told(*args: object, **kwargs: object) -> str:
        return f"{args} {kwargs}"

    source = (
        "{% for x in [1] %}{{ it.told(x, b=2) | safe }}{% endfor %}{% block b %}{{ it.told() | safe }}{% endblock %}"
    )
    assert render(tmp_path, source, it=SimpleNamespace(told=told)) == "(1,) {'b': 2}() {}"


def test_attribute_that_a_record_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match="mispelt"):
        render(tmp_path, "{% if it.mispelt %}{% endif %}", it=SimpleNamespace())


def test_arguments_that_are_not_written_out_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateAssertionError, match="written out"):
        render(tmp_path, "{{ f(*x) }}", f=str, x=[])


def test_macros_of_another_file_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "macros.html").write_text('{% macro find(_) %}<b>{{ _("Search") }}</b>{% endmacro %}', "utf-8")
    assert render(tmp_path, '{% import "macros.html" as m %}{{ m.find(none) }}') == "<b>Sök</b>"


def test_included_template_sees_what_is_set_around_it(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_text("{{ it }}{{ inner }}{{ as_tag('en', 'sv') }}", "utf-8")
    source = '{% for inner in [1, 2] %}{% include "part.html" %};{% endfor %}'
    assert render(tmp_path, source, it="x") == 'x1 lang="en";x2 lang="en";'


def test_blocks_of_a_page_stand_in_the_frame_that_it_extends(tmp_path: Path) -> None:
    (tmp_path / "frame.html").write_text("<{% block a %}old{% endblock %}|{{ self['a']() }}|{{ b }}>", "utf-8")
    source = (
        '{% extends "frame.html" %}{% set b = it + 1 %}lost{% block a %}{% if it %}{{ it }}{% endif %}{% endblock %}'
    )
    assert render(tmp_path, source, it=1) == "<1|1|2>"
