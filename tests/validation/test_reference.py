"""`docs/rules.md` says of every rule what it finds and why, and is as fresh as the rules themselves."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from samsprak.cli.rules import rules
from samsprak.settings import project_folder
from samsprak.validation.catalogue import all_rules
from samsprak.validation.rules import LANGUAGES, Rule

PAGE = (project_folder("docs") / "rules.md").read_text(encoding="utf-8")
RULES = all_rules()


def test_page_is_what_the_command_makes() -> None:
    made = CliRunner().invoke(rules)
    assert made.exit_code == 0
    assert made.output == PAGE, "run: samsprak rules > docs/rules.md"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id}-{rule.severity}")
def test_every_rule_stands_there_with_all_that_it_says(rule: Rule) -> None:
    page = PAGE.splitlines()
    assert f"### {rule.id}" in page
    for lang in LANGUAGES:
        assert rule.descriptions[lang] in page
        assert f"- {rule.messages[lang]}" in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id}-{rule.severity}")
def test_description_is_one_or_two_sentences_in_both_languages(rule: Rule) -> None:
    assert set(rule.labels) == set(rule.descriptions) == set(rule.messages) == set(LANGUAGES)
    assert rule.source
    for text in rule.descriptions.values():
        assert text[0].isupper()
        assert text.endswith(".")
        assert text.count(". ") <= 1, text
