from __future__ import annotations

from unittest.mock import patch

from samsprak.web.templating import rendered
from tests.web.conftest import SMALL, make_client

STOD = "/sv/small/stod/foraldrastod"


def test_page_of_a_record_is_rendered_once() -> None:
    client = make_client(SMALL)
    with patch("samsprak.web.rendering.rendered", wraps=rendered) as render:
        pages = {client.get(f"{STOD}?{query}").text for query in ("", "a=1", "a=2")}
    assert (len(pages), render.call_count) == (1, 1)


def test_what_is_kept_is_kept_for_one_host_and_language() -> None:
    client = make_client(SMALL)
    here, there = (client.get(STOD, headers={"Host": host}).text for host in ("a.example", "b.example"))
    assert "http://a.example/" in here
    assert "a.example" not in there
    assert client.get("/en/small/stod/parental-support").text not in {here, there}
