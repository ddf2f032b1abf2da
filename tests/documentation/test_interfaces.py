from __future__ import annotations

from samsprak.settings import project_folder
from tests.documentation.interfaces import page


def test_page_is_what_the_service_answers() -> None:
    written = (project_folder("docs") / "api.md").read_text(encoding="utf-8")
    assert page() == written, "run: python -m tests.documentation.interfaces > docs/api.md"
