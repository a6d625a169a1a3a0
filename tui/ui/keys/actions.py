"""Every action there is: its name, its keys, where they hold, and what it does in words.

The one table behind the keys themselves, the help, the palette, the settings and the README. A key is written as
Textual names it ("j", "space", "ctrl+d", "question_mark" or "?"); keys typed one after another stand with a space
between them ("g g").
"""

from typing import NamedTuple

ANYWHERE = "anywhere"
ARTICLE = "article"
SELECTING = "selecting"
PANEL = "panel"
ENTITIES = "entities"
TIMELINE = "timeline"
CHRONICLE = "chronicle"  # the timeline over the whole screen
NOTES = "notes"
SHELF = "shelf"
ALL_NOTES = "all notes"
OVER = "over the article"  # lists and pages that lie over what is read; each adds its own keys
LINKS = "links"
OUTLINE = "outline"
MENTIONS = "mentions"
BOOK = "book"
EXPLANATION = "explanation"
REPAIRS = "repairs"
HELP = "help"
REPAIR = "repair"  # the line in which a name is typed for a repair; all other keys of it are letters
READER = "reader"  # article, selecting and panel: wherever an article is open

# Where a key is looked for, nearest first.
LOOKUP: dict[str, tuple[str, ...]] = {
    ARTICLE: (ARTICLE, READER, ANYWHERE),
    SELECTING: (SELECTING, ARTICLE, READER, ANYWHERE),
    ENTITIES: (ENTITIES, PANEL, READER, ANYWHERE),
    TIMELINE: (TIMELINE, PANEL, READER, ANYWHERE),
    CHRONICLE: (CHRONICLE, TIMELINE, PANEL, READER, ANYWHERE),
    NOTES: (NOTES, PANEL, READER, ANYWHERE),
    SHELF: (SHELF, ANYWHERE),
    ALL_NOTES: (ALL_NOTES, ANYWHERE),
    LINKS: (LINKS, OVER, ANYWHERE),
    OUTLINE: (OUTLINE, OVER, ANYWHERE),
    MENTIONS: (MENTIONS, OVER, ANYWHERE),
    BOOK: (BOOK, OVER, ANYWHERE),
    EXPLANATION: (EXPLANATION, OVER, ANYWHERE),
    REPAIRS: (REPAIRS, OVER, ANYWHERE),
    HELP: (HELP, OVER, ANYWHERE),
    REPAIR: (REPAIR,),
}


class Action(NamedTuple):
    """One thing that can be done. `id` names the method `do_<id>` that does it, and the key in the settings."""

    id: str
    keys: str  # alternatives separated by ", "
    context: str
    group: str
    title: str


def _rows(context: str, group: str, *rows: tuple[str, str, str]) -> tuple[Action, ...]:
    return tuple(Action(id, keys, context, group, title) for id, keys, title in rows)


ACTIONS: tuple[Action, ...] = (
    *_rows(
        ARTICLE,
        "Move",
        ("line_down", "j, down", "Down one line"),
        ("line_up", "k, up", "Up one line"),
        ("page_down", "space, pagedown, ctrl+f", "Down one page"),
        ("page_up", "b, pageup, ctrl+b", "Up one page"),
        ("half_down", "d, ctrl+d", "Down half a page"),
        ("half_up", "u, ctrl+u", "Up half a page"),
        ("top", "g g, home", "To the beginning"),
        ("bottom", "G, end", "To the end, or with a count to that line"),
        ("percent", "%", "With a count: to where that percent is read"),
        ("next_paragraph", "}", "Next paragraph"),
        ("previous_paragraph", "{", "Previous paragraph"),
        ("next_sentence", ")", "Next sentence"),
        ("previous_sentence", "(", "Previous sentence"),
        ("next_heading", "] h", "Next heading"),
        ("previous_heading", "[ h", "Previous heading"),
        ("set_mark", "m", "Set a mark: a letter follows"),
        ("go_to_mark", "'", "Go to a mark: a letter follows, or ' for where the last jump began"),
    ),
    *_rows(
        READER,
        "Move by meaning",
        ("next_again", "n", "Next mention or search hit, whichever was used last"),
        ("previous_again", "N", "Previous mention or search hit"),
        ("next_name", "] e", "Next mention of any entity"),
        ("previous_name", "[ e", "Previous mention of any entity"),
        ("next_time", "] d", "Next date"),
        ("previous_time", "[ d", "Previous date"),
        ("next_event", "] t", "Next event in order of time"),
        ("previous_event", "[ t", "Previous event in order of time"),
        ("next_quotation", "] q", "Next quotation"),
        ("previous_quotation", "[ q", "Previous quotation"),
        ("next_footnote", "] f", "Next footnote mark; its note is shown at the foot, i shows all of it"),
        ("previous_footnote", "[ f", "Previous footnote mark"),
        ("next_note", "] n", "Next note"),
        ("previous_note", "[ n", "Previous note"),
        ("jump_back", "ctrl+o", "Back to where the last jump began"),
        ("jump_forward", "g i, alt+o", "Forward again"),
    ),
    *_rows(
        ARTICLE,
        "Move by meaning",
        ("hints", "f", "Letters on every name, date, note and link in view: type them to select it"),
        ("take_entity", "*", "Select the entity under the cursor"),
        ("follow", "enter", "Open what is under the cursor: note, link, footnote and back, folded block, date, entity"),
    ),
    *_rows(
        READER,
        "Search",
        ("search", "/", "Search in the article"),
        ("search_back", "g /", "Search backwards"),
        ("clear", "escape", "Clear marks, selection and messages"),
    ),
    *_rows(
        ARTICLE,
        "Select and copy",
        ("select", "v", "Begin or end a selection at the cursor"),
        ("select_lines", "V", "Begin or end a selection of whole lines"),
        ("copy", "y", "Copy the selection, or the sentence"),
        ("cite", "Y", "Copy with title, source and date"),
    ),
    *_rows(
        SELECTING,
        "Select and copy",
        ("char_right", "l, right", "Extend by a character"),
        ("char_left", "h, left", "Shrink by a character"),
        ("word_right", "w", "Extend to the next word"),
        ("word_end", "e", "Extend to the end of the word"),
        ("word_left", "b", "Back to the previous word"),
        ("line_start", "0", "To the start of the line"),
        ("line_end", "$", "To the end of the line"),
        ("other_end", "o", "To the other end of the selection"),
        ("add_entity", "N", "Add the selection as a missed name"),
    ),
    *_rows(
        READER,
        "Notes",
        ("annotate", "a", "Note on the selection, the sentence, what a hint chose, or the row under the cursor"),
        ("annotate_article", "A", "Note on the whole article"),
        ("undo_note", "U", "Take back what was done last: a highlight, a deleted note, a repair, a date"),
        ("unfinished", "g n", "Go on with a note that was not finished"),
    ),
    *_rows(
        ARTICLE,
        "Notes",
        ("highlight", "H", "Highlight the selection or sentence; again takes the highlight away"),
    ),
    *_rows(
        ARTICLE,
        "This article",
        ("fold", "F", "Fold or bring back the block under the cursor"),
        ("open_link", "o", "Links of the article"),
        ("outline", "g o", "Outline: the headings of the article, to go to one"),
        ("evidence", "i", "Explain the entity or date under the cursor; show the footnote"),
    ),
    *_rows(
        READER,
        "This article",
        ("set_date", "D", "Set the publication date"),
        ("reload", "R", "Read the file again"),
        ("about", "g a", "About this article: whose it is, when it was published, what was odd about its file"),
        ("choose_encoding", "g e", "Choose the encoding in which the file is read"),
        ("keep_piped", "K", "Keep what came through a pipe in the library"),
    ),
    *_rows(
        READER,
        "Panel",
        ("entities", "e", "Entities"),
        ("timeline", "t", "Timeline"),
        ("chronicle", "C", "Chronicle: the timeline over the whole screen, or back"),
        ("notes", "c", "Notes of this article"),
        ("switch", "tab", "To the next pane or the panel"),
        ("switch_back", "shift+tab", "To the previous pane or the panel"),
        ("panel", "backslash", "Show or hide the panel"),
        ("wider_panel", ">", "Wider panel"),
        ("narrower_panel", "<", "Narrower panel"),
    ),
    *_rows(
        PANEL,
        "Panel",
        ("row_down", "j, down", "Next row"),
        ("row_up", "k, up", "Previous row"),
        ("row_page_down", "space, pagedown, ctrl+f, ctrl+d, d", "Down one page of rows"),
        ("row_page_up", "b, pageup, ctrl+b, ctrl+u, u", "Up one page of rows"),
        ("row_top", "g g, home", "First row"),
        ("row_bottom", "G, end", "Last row"),
        ("next_tab", "l, right", "Next tab"),
        ("previous_tab", "h, left", "Previous tab"),
        ("choose", "enter", "Go there in the text"),
        ("filter", "/", "Filter the rows as you type"),
        ("redo", "ctrl+r", "Make the repair again that was undone last"),
    ),
    *_rows(
        ENTITIES,
        "Entities",
        ("their_timeline", "o", "Timeline of only this entity"),
        ("rename", "r", "Rename the entity"),
        ("merge", "M", "Merge with another one, by typing its name; or the marked ones"),
        ("mark_row", "m", "Mark for merging (M merges the marked ones)"),
        ("split", "s", "Split: choose the mentions that are someone else"),
        ("retype", "K", "Change the kind"),
        ("hide", "x", "Hide the entity"),
        ("pin", "p", "Pin to the top"),
        ("explain", "i", "Why is this here? Aliases, rules, votes, company"),
        ("scope", "w", "Let the last repair hold everywhere, or in this article only"),
        ("undo", "U", "Undo the last repair of this article"),
    ),
    *_rows(
        REPAIR,
        "Entities",
        ("hold_everywhere", "ctrl+o", "In the line for a name: the repair holds everywhere; with Enter it holds here"),
    ),
    *_rows(
        TIMELINE,
        "Timeline",
        ("sort", "s", "Sort by time, by place in the text; again turns round"),
        ("zoom_in", "plus", "Finer: year, month, day"),
        ("zoom_out", "minus", "Coarser: month, year, decade"),
        ("reported", "r", "Show or fold rows dated only by the article's own date"),
        ("background", "B", "Show or hide background such as 'founded in 1945'"),
        ("only_entity", "o", "Only the selected entity's rows, or all"),
        ("redate", "x", "Correct this date"),
        ("explain_time", "i", "How was this date found?"),
    ),
    *_rows(
        CHRONICLE,
        "Chronicle",
        ("beside", "|", "The article beside the chronicle, or the chronicle alone"),
        ("export", "W", "Write the rows to a file: Markdown, CSV, iCalendar or JSON"),
    ),
    *_rows(
        NOTES,
        "Notes",
        ("edit_note", "E", "Edit the note"),
        ("delete_note", "x", "Delete the note (U takes it back)"),
        ("reattach", "r", "Put a note that lost its place on the selection or sentence"),
        ("keep_place", "y", "Yes, this is the place of the note"),
        ("follow_link", "o", "Go where the note links to: an entity, another note"),
    ),
    *_rows(
        READER,
        "Two articles",
        ("second", "|", "Open a second article beside this one, or close it"),
        ("lock", "L", "Lock or unlock scrolling of both panes"),
        ("zoom", "z", "This pane alone, or both"),
        ("next_shared", "] s", "Next mention of an entity both articles name"),
        ("previous_shared", "[ s", "Previous mention of an entity both articles name"),
        ("next_difference", "] x", "Next name or date that only this article has"),
        ("previous_difference", "[ x", "Previous name or date that only this article has"),
    ),
    *_rows(
        ARTICLE,
        "Comfort",
        ("wider", "plus", "Wider column"),
        ("narrower", "minus", "Narrower column"),
        ("justify", "J", "Justify lines, or not"),
        ("names", "E", "Show all names in the text, or only the selected one"),
        ("numbers", "#", "Line numbers"),
        ("focus_mode", "Z", "Dim everything but the paragraph under the cursor"),
        ("overview", "O", "Overview column of hits, mentions and notes"),
    ),
    *_rows(
        SHELF,
        "Library",
        ("shelf_down", "j, down", "Next article"),
        ("shelf_up", "k, up", "Previous article"),
        ("shelf_page_down", "space, pagedown", "Down one page"),
        ("shelf_page_up", "b, pageup", "Up one page"),
        ("shelf_top", "g g, home", "First article"),
        ("shelf_bottom", "G, end", "Last article"),
        ("shelf_open", "enter, l, right", "Read the article"),
        ("shelf_filter", "/", "Filter by words, from:, after:, before:, is:, has:, name:"),
        ("shelf_sort", "o", "Sort otherwise: by date, when read, title, source, or as it comes"),
        ("books_ask", "B", "Ask again whether books are read whole or by chapters"),
        ("shelf_clear", "escape", "Clear the filter; then leave a list that lies over an article"),
    ),
    *_rows(
        ALL_NOTES,
        "All notes",
        ("list_down", "j, down", "Next note"),
        ("list_up", "k, up", "Previous note"),
        ("list_page_down", "space, pagedown, ctrl+f, ctrl+d, d", "Down one page"),
        ("list_page_up", "b, pageup, ctrl+b, ctrl+u, u", "Up one page"),
        ("list_top", "g g, home", "First note"),
        ("list_bottom", "G, end", "Last note"),
        ("list_open", "enter", "Open the article there; a draft in the editor; from the trash take it back"),
        ("list_filter", "/", "Filter by words, #tag, @entity, in:article, 2026-11, >2026-01"),
        ("list_tag", "#", "Only notes with a tag: the most used ones are offered"),
        ("list_article", "i", "Only notes on the same article"),
        ("list_clear", "escape", "Clear the filter, then leave the list"),
        ("list_edit", "E, e", "Edit the note"),
        ("list_delete", "x", "Delete the note (U takes it back)"),
        ("list_undo", "U", "Take the last deletion back"),
        ("list_turn", "l, right, tab", "Notes, not finished, trash"),
        ("list_turn_back", "h, left, shift+tab", "The other way round"),
        ("list_trash", "T", "What was deleted in the last thirty days, or back"),
    ),
    *_rows(
        OVER,
        "Lists and pages over the article",
        ("over_down", "j, down", "Next row or line"),
        ("over_up", "k, up", "Previous row or line"),
        ("over_page_down", "space, pagedown, ctrl+f, ctrl+d, d", "Down one page"),
        ("over_page_up", "b, pageup, ctrl+b, ctrl+u, u", "Up one page"),
        ("over_top", "g g, home", "To the beginning"),
        ("over_bottom", "G, end", "To the end"),
        ("over_close", "escape", "Close it"),
    ),
    *_rows(
        LINKS,
        "Lists and pages over the article",
        ("link_open", "enter, l, right", "Open the link"),
    ),
    *_rows(BOOK, "Lists and pages over the article", ("book_open", "enter, l, right", "Read the book in this way")),
    *_rows(
        OUTLINE,
        "Lists and pages over the article",
        ("outline_go", "enter, l, right", "Go to the heading"),
    ),
    *_rows(
        MENTIONS,
        "Lists and pages over the article",
        ("tick", "space, x", "Tick the mention, or not"),
        ("tick_alike", "a", "Tick all mentions that read alike"),
        ("tick_done", "enter", "Go on with the mentions that are ticked"),
    ),
    *_rows(
        EXPLANATION,
        "Lists and pages over the article",
        ("explained", "enter, i", "Close the explanation"),
    ),
    *_rows(
        REPAIRS,
        "Lists and pages over the article",
        ("repair_open", "enter", "Go to what the repair is about"),
        ("repair_take_back", "x, U", "Take the repair back, or make it again"),
        ("repair_turn", "l, right, h, left, tab", "Repairs of this article, or of all"),
        ("repair_filter", "/", "Only repairs with these words"),
    ),
    *_rows(
        HELP,
        "Lists and pages over the article",
        ("help_filter", "/", "Only keys with these words"),
    ),
    *_rows(
        ANYWHERE,
        "Program",
        ("help", "?", "All keys"),
        ("palette", "ctrl+p, :", "All actions by name"),
        ("all_notes", "S", "Notes of all articles"),
        ("repairs", "X", "Repairs of names and dates, here and everywhere: all that you put right"),
        ("bring_back", "g b", "Bring notes back that the file has lost"),
        ("theme", "T", "Next theme"),
        ("redraw", "ctrl+l", "Draw the screen again"),
        ("suspend", "ctrl+z", "To the shell; fg comes back"),
        ("back", "q", "Back, and out"),
        ("quit", "Q, ctrl+q", "Quit"),
    ),
)

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
