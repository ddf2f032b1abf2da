"""Lighthouse: accessibility 100; best practices, search engines and performance at least 95."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import QUIET
from tests.browser.pages import ENGLISH, SWEDISH
from tests.clients.conftest import TOOLS

LEAST = {"accessibility": 1.0, "best-practices": 0.95, "seo": 0.95, "performance": 0.95}
# Pages that search engines are to leave out have no use of their advice.
NOT_INDEXED = {"results"}


@pytest.mark.parametrize(
    ("name", "path"),
    [(name, SWEDISH[name]) for name in ("home", "results", "concept", "alphabet", "hierarchy", "diagrams", "guide")]
    + [("concept", ENGLISH["concept"])],
)
def test_page_scores(thesaurus: str, tmp_path: Path, name: str, path: str) -> None:
    report = tmp_path / "report.json"
    flags = " ".join(("--headless", "--no-sandbox", "--disable-gpu", *QUIET))
    subprocess.run(
        [
            "node",
            str(TOOLS / "lighthouse" / "cli" / "index.js"),
            thesaurus + quote(path, safe="/?=&"),
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={flags}",
            f"--only-categories={','.join(LEAST)}",
        ],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        check=True,
        timeout=180,
    )
    scores = {key: each["score"] for key, each in json.loads(report.read_text("utf-8"))["categories"].items()}
    wanted = {key: least for key, least in LEAST.items() if key != "seo" or name not in NOT_INDEXED}
    assert {key: score for key, score in scores.items() if score < wanted.get(key, 0)} == {}
