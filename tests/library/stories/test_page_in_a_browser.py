"""The page of a chronicle in a real browser: no request, no script, every row by Tab, in the light, dark and print."""

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tui.library.stories.forms.forms import write_story
from tui.library.stories.story import Story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --remote-debugging-pipe"
PICTURES = os.environ.get("PICTURES")  # a folder for what the pages look like, for people
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")


class Browser:
    """A Chromium that is spoken to through two pipes, as its DevTools protocol has it."""

    def __init__(self, home: Path) -> None:
        assert CHROMIUM is not None
        hers, self._to = os.pipe()
        self._from, mine = os.pipe()
        command = f'exec "$0" {FLAGS} --user-data-dir="$1" about:blank 3<&{hers} 4>&{mine}'
        self._process = subprocess.Popen(
            ["bash", "-c", command, CHROMIUM, str(home)], pass_fds=(hers, mine), stderr=subprocess.DEVNULL
        )
        os.close(hers)
        os.close(mine)
        self._lines, self._numbers = os.fdopen(self._from, "rb"), count(1)
        self.events: list[dict[str, Any]] = []
        pages = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in pages if one["type"] == "page")
        self._session = ""
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something; what happens meanwhile is kept in `events`."""
        number = next(self._numbers)
        asked: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        session = getattr(self, "_session", "")
        os.write(self._to, json.dumps(asked | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == number:
                assert "error" not in told, told
                result: dict[str, Any] = told["result"]
                return result
            self.events.append(told)

    def open(self, path: Path) -> None:
        """Show a page, wait until all of it is there."""
        for part in ("Page", "Network", "Runtime"):
            self.call(f"{part}.enable")
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())
        self.call("Runtime.evaluate", expression="1")

    @property
    def requests(self) -> list[str]:
        """What the page has asked for."""
        sent = [event["params"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [one["request"]["url"] for one in sent]

    def value(self, expression: str) -> Any:
        """What an expression is worth in the page."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def tab(self) -> None:
        """Press Tab."""
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def picture(self, name: str) -> None:
        """Keep what it looks like, if anybody wants to see it."""
        if PICTURES:
            taken = self.call("Page.captureScreenshot", format="png")["data"]
            (Path(PICTURES) / f"{name}.png").write_bytes(base64.b64decode(taken))

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        self._lines.close()

    def _next(self) -> dict[str, Any]:
        letters = bytearray()
        while (letter := self._lines.read(1)) != b"\0":
            assert letter, "the browser has ended"
            letters += letter
        told: dict[str, Any] = json.loads(letters)
        return told


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "story.html"
    write_story(story, "The ferry Lindholm", path)
    return path


def test_no_request_leaves_it(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page)
    assert browser.requests == [page.as_uri()]
    leaking = tmp_path / "leaking.html"
    text = page.read_text("utf-8").replace("<body>", '<body><img src="http://127.0.0.1:9/leak.png">')
    leaking.write_text(re.sub(r"<meta http-equiv[^>]*>", "", text), "utf-8")
    browser.open(leaking)
    assert "http://127.0.0.1:9/leak.png" in browser.requests  # one that leaves would be seen
    leaking.write_text(text, "utf-8")
    browser.open(leaking)
    blocked = [event["params"] for event in browser.events if event.get("method") == "Network.loadingFailed"]
    assert [one.get("blockedReason") for one in blocked] == ["csp"]  # and the page's own policy holds it back


def test_its_own_style_is_used(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.value("getComputedStyle(document.querySelector('.row')).borderLeftStyle") == "solid"


def test_every_row_is_reached_by_tab(browser: Browser, page: Path, story: Story) -> None:
    browser.open(page)
    reached: list[str] = []
    for _ in range(200):
        browser.tab()
        reached.append(browser.value("document.activeElement.id || document.activeElement.className"))
        if reached[-1] == reached[0] and len(reached) > 1:
            break
    assert reached[0] == "skip"
    assert [id for id in reached if re.fullmatch(r"r\d+", id)] == [f"r{n + 1}" for n in range(len(story.rows_of()))]


def test_it_reads_without_scripts(browser: Browser, page: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        assert "ran aground" in browser.value("document.body.innerText")
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


LUMINANCE = """(element => { const of = rgb => { const [r, g, b] = rgb.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
    const back = of(getComputedStyle(document.body).backgroundColor), front = of(getComputedStyle(element).color)
    return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05) })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_contrast(browser: Browser, page: Path, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.call("Emulation.setEmulatedMedia", media="screen", features=features)
    browser.open(page)
    contrast = browser.value(f"Math.min(...[...document.querySelectorAll('h1,p,a,td,th,li,caption')].map({LUMINANCE}))")
    dark = browser.value(f"{LUMINANCE}(document.body)") > 1 and browser.value(
        "getComputedStyle(document.body).backgroundColor"
    )
    browser.picture(scheme)
    assert contrast >= 7
    assert (dark == "rgb(23, 24, 27)") == (scheme == "dark")


def test_it_prints(browser: Browser, page: Path) -> None:
    browser.call("Emulation.setEmulatedMedia", media="print", features=[])
    browser.open(page)
    assert browser.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.value("getComputedStyle(document.querySelector('.skip')).display") == "none"
    browser.picture("print")
    assert base64.b64decode(browser.call("Page.printToPDF")["data"]).startswith(b"%PDF")
    browser.call("Emulation.setEmulatedMedia", media="screen", features=[])


def test_a_small_window_needs_no_scrolling_aside(browser: Browser, page: Path) -> None:
    size = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    browser.open(page)
    browser.picture("narrow")
    assert browser.value("document.documentElement.scrollWidth") <= 320
    browser.call("Emulation.clearDeviceMetricsOverride")
