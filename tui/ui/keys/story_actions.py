"""What can be done with a story: by whom it is told, when, in which words, and what of it is kept."""

from tui.ui.keys.action import rows_of
from tui.ui.keys.contexts import READER, SHELF, STORY

STORY_ACTIONS = (
    *rows_of(READER, "Story", ("story", "g s", "The story that this article tells, with all who tell it too")),
    *rows_of(
        SHELF,
        "Story",
        ("shelf_story", "g s", "One story of the marked articles, of those listed by the filter, or a kept one"),
    ),
    *rows_of(
        STORY,
        "Story",
        ("story_down", "j, down", "Next row"),
        ("story_up", "k, up", "Previous row"),
        ("story_page_down", "space, pagedown, ctrl+f, ctrl+d, d", "Down one page"),
        ("story_page_up", "b, pageup, ctrl+b, ctrl+u, u", "Up one page"),
        ("story_top", "g g, home", "First row"),
        ("story_bottom", "G, end", "Last row"),
        ("story_next_day", "}", "Next day"),
        ("story_previous_day", "{", "Previous day"),
        ("story_next_differing", "n", "Next row that articles tell in several ways"),
        ("story_previous_differing", "N", "Previous row that articles tell in several ways"),
        ("story_open", "enter", "Go to the sentence in its article; of the articles, open one"),
        ("story_next_telling", "l, right", "The row as the next article tells it"),
        ("story_previous_telling", "h, left", "The row as the article before tells it"),
        ("story_both", "|", "This telling and the next one in their articles, side by side"),
        ("story_all_tellings", "i", "All who tell this row, in their words; of an article, why it belongs here"),
        ("story_days", "z", "The ten, thirty or all days that matter most"),
        ("story_filter", "/", "Only rows with these words or names"),
        ("story_earlier", "<", "The story as it stood one day of news earlier"),
        ("story_later", ">", "One day of news later, until now"),
        ("story_articles", "tab", "The articles of the story and those that may tell it too, or its chronicle"),
        ("story_take", "x", "In the list of articles: take it out of the story, or into it"),
        ("story_add", "A", "Add an article of the library"),
        ("story_keep", "s", "Keep the story by a name"),
        ("story_forget", "D", "Keep it no longer; its articles stay"),
        ("story_note", "a", "Note on the sentence"),
        ("story_write", "W", "Write the chronicle to a file: Markdown, a page (.html), CSV, iCalendar or JSON"),
        ("story_clear", "escape", "Clear the filter, go on to now, then close"),
    ),
)
