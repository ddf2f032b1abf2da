"""What pages of other sites may put into a frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from playwright.sync_api import Browser

PREVIEW = "/reconcile/prevention/preview?id=4qww2g&lang=sv"


@contextmanager
def other_site(framed: str) -> Iterator[str]:
    """The address of a page of another site with a frame, of the size that the manifest states."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe width="430" height="300" src="{framed}"></iframe>'.encode())

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - likewise
            pass

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_preview_shows_in_a_frame_of_another_site_and_fits_it(browser: Browser, thesaurus: str) -> None:
    page = browser.new_page()
    with other_site(thesaurus + PREVIEW) as address:
        page.goto(address)
        page.frame_locator("iframe").get_by_role("heading", name="Komet").wait_for()
        height = page.frames[1].evaluate("document.documentElement.scrollHeight")
    page.close()
    assert height <= 300
