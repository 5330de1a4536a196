"""A page in a real browser, and what must not happen in it.

Needs `playwright`, which is in the extra `test`, and a Chromium of the system, which is not: the one
that `COPYDESK_CHROMIUM` names, else `chromium`, `chromium-browser` or `google-chrome`. No browser is
downloaded; without one the tests that use it say so and are skipped.
"""

from pathlib import Path
from typing import Any

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class Opened:
    """A page in the browser, and what must not happen in it."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        options.setdefault("viewport", {"width": 1000, "height": 800})
        self.context = browser.new_context(offline=True, **options)
        # A machine may have much else to do.
        self.context.set_default_timeout(120_000)
        self.page = self.context.new_page()
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        self.page.on("dialog", self.asked)
        self.page.on("request", self.requested)
        self.failed: dict[str, str] = {}
        self.page.on("requestfailed", lambda request: self.failed.update({request.url: request.failure}))
        self.address = file.as_uri()
        self.page.goto(self.address)

    def requested(self, request: Any) -> None:
        if request.url.split("#")[0] != self.address and not request.url.startswith("data:"):
            self.trouble.append(f"request: {request.url}")

    def asked(self, dialog: Any) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def show(self, name: str) -> None:
        self.page.evaluate(
            "name => new Promise(done => {"
            "if (location.hash === `#${name}`) return done();"
            "addEventListener('hashchange', () => setTimeout(done), { once: true });"
            "location.hash = name; })",
            name,
        )

    def follow(self, link: Any) -> None:
        """Clicks, and waits until the page has seen that its address is another one."""
        link.click()
        self.page.wait_for_load_state()
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))")

    def close(self) -> None:
        self.context.close()
        assert self.trouble == []
