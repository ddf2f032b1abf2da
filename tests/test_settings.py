from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from samsprak.errors import UsageError
from samsprak.settings import Settings, VocabularyInput, project_folder


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("vocab/", VocabularyInput(Path("vocab"))),
        ("uat=UAT.rdf", VocabularyInput(Path("UAT.rdf"), "uat")),
        ("uat=a=b.rdf", VocabularyInput(Path("a=b.rdf"), "uat")),
        ("./a=b.ttl", VocabularyInput(Path("a=b.ttl"))),
        ("=a.ttl", VocabularyInput(Path("=a.ttl"))),
    ],
)
def test_argument_names_a_path_and_perhaps_an_id(argument: str, expected: VocabularyInput) -> None:
    assert VocabularyInput.parse(argument) == expected


def test_file_with_an_equals_sign_in_its_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a=b.ttl").touch()
    monkeypatch.chdir(tmp_path)
    assert VocabularyInput.parse("a=b.ttl") == VocabularyInput(Path("a=b.ttl"))


@pytest.mark.parametrize(
    "values",
    [
        {"port": 0},
        {"port": 65536},
        {"workers": 0},
        {"base_path": "begrepp"},
        {"base_path": "/begrepp/"},
        {"base_path": "/"},
        {"public_address": "begrepp.example"},
        {"public_address": "https://begrepp.example/sv"},
        {"rate": -1},
        {"debug": True},
    ],
)
def test_setting_that_cannot_be_followed_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as error:
        Settings.of(values)
    assert str(error.value)


def test_settings_are_built_from_names() -> None:
    assert Settings.of({"port": 1, "base_path": "/begrepp"}) == Settings(port=1, base_path="/begrepp")


@pytest.mark.parametrize("name", ["vocab", "shapes"])
def test_projects_own_folders_are_found(name: str) -> None:
    assert project_folder(name).is_dir()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"host": "::1", "port": 80}, "http://[::1]:80"),
        ({"host": "begrepp.example"}, "http://begrepp.example:8000"),
        ({"host": "0.0.0.0"}, ""),
        ({"host": "::"}, ""),
        ({"host": ""}, ""),
        ({"host": "::", "public_address": "https://begrepp.example"}, "https://begrepp.example"),
    ],
)
def test_where_readers_reach_the_service(values: dict[str, Any], expected: str) -> None:
    assert Settings(**values).origin == expected
