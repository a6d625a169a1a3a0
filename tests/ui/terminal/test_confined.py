"""What Textual brings along is shut in a reader for others, however it is reached."""

import asyncio
from pathlib import Path

import pytest
from textual.app import App, SuspendNotSupported
from textual.widgets._toast import Toast

from tui.ui.app import DatelineApp
from tui.ui.terminal.confined import ConfinedApp


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ConfinedApp:
    """An application for others, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    app = ConfinedApp()
    app.restricted = True
    return app


async def test_no_way_out(app: ConfinedApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url, **_: opened.append(url))
    async with app.run_test() as pilot:
        app.open_url("https://example.org/")
        for action in ("screenshot", "app.screenshot()", "suspend_process", "app.suspend_process"):
            await app.run_action(action)
        assert app.deliver_screenshot() is None
        assert app.save_screenshot(path=str(tmp_path)) == ""
        assert app.deliver_text(str(tmp_path / "x")) is None
        assert app.deliver_binary(str(tmp_path / "x")) is None
        with pytest.raises(SuspendNotSupported), app.suspend():
            pass
        await pilot.pause()
    assert opened == []
    assert list(tmp_path.rglob("*")) == []


async def test_messages_are_text(app: ConfinedApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        app.notify("a file called [@click=app.exit]press here[/] [b")
        async with asyncio.timeout(120):
            while not app.screen.query(Toast):
                await pilot.pause(0.01)
        (toast,) = app.screen.query(Toast)
        assert "[@click=app.exit]press here[/] [b" in str(toast.render())


def test_the_reader_is_such_an_application() -> None:
    assert issubclass(DatelineApp, ConfinedApp)
    assert DatelineApp.COMMANDS == App.COMMANDS  # only our own list of actions, which replaces Textual's
    assert DatelineApp.get_system_commands is not App.get_system_commands
