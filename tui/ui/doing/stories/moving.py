"""Moving in a story: by rows, by days, by what is told in several ways."""

from collections.abc import Iterable

from tui.ui.doing.stories.desk import StoryDesk


class StoryMoving:
    """In the list that is in front."""

    def __init__(self, story: StoryDesk) -> None:
        self._story = story

    def do_story_down(self, count: int | None) -> None:
        self._story.in_front.move(count or 1)

    def do_story_up(self, count: int | None) -> None:
        self._story.in_front.move(-(count or 1))

    def do_story_page_down(self, count: int | None) -> None:
        self._story.in_front.move((count or 1) * self._story.in_front.page_rows)

    def do_story_page_up(self, count: int | None) -> None:
        self._story.in_front.move(-(count or 1) * self._story.in_front.page_rows)

    def do_story_top(self, count: int | None) -> None:
        self._story.in_front.put((count or 1) - 1)

    def do_story_bottom(self, count: int | None) -> None:
        rows = self._story.in_front
        rows.put(rows.count - 1 if count is None else count - 1)

    def do_story_next_day(self, count: int | None) -> None:
        self._to_day(range(self._story.rows.cursor + 1, self._story.rows.count), count)

    def do_story_previous_day(self, count: int | None) -> None:
        self._to_day(range(self._story.rows.cursor - 1, -1, -1), count)

    def do_story_next_differing(self, count: int | None) -> None:
        self._to_differing(range(self._story.rows.cursor + 1, self._story.rows.count), count, "below")

    def do_story_previous_differing(self, count: int | None) -> None:
        self._to_differing(range(self._story.rows.cursor - 1, -1, -1), count, "above")

    def do_story_next_telling(self, count: int | None) -> None:
        self._turn(count or 1)

    def do_story_previous_telling(self, count: int | None) -> None:
        self._turn(-(count or 1))

    def _to_day(self, places: Iterable[int], count: int | None) -> None:
        rows = self._story.rows.rows
        firsts = [place for place in places if place == 0 or rows[place].interval != rows[place - 1].interval]
        if self._in_chronicle() and firsts:
            self._story.rows.put(firsts[min(len(firsts), count or 1) - 1])

    def _to_differing(self, places: Iterable[int], count: int | None, where: str) -> None:
        rows = self._story.rows
        found = [place for place in places if rows.rows[place].differences or rows.later_of(place)]
        if not self._in_chronicle():
            return
        if found:
            rows.put(found[min(len(found), count or 1) - 1])
        else:
            self._story.say(f"No row {where} is told in several ways.")

    def _turn(self, by: int) -> None:
        row = self._story.rows.under_cursor
        if not self._in_chronicle() or row is None:
            return
        if len(row.tellers) > 1:
            self._story.rows.turn(by)
        else:
            self._story.say("Only one article tells this.")

    def _in_chronicle(self) -> bool:
        if self._story.lists_articles:
            self._story.turn_to(False)
        return self._story.rows.count > 0
