"""Where keys hold: in the text, in a list of the panel, in the library, over the article; and which is nearest."""

ANYWHERE = "anywhere"
ARTICLE = "article"
SELECTING = "selecting"
PANEL = "panel"
ENTITIES = "entities"
TIMELINE = "timeline"
CHRONICLE = "chronicle"  # the timeline over the whole screen
SAID = "quotes and figures"  # the lists of both
QUOTES = "quotes"
FIGURES = "figures"
NOTES = "notes"
SHELF = "shelf"
ALL_NOTES = "all notes"
OVER = "over the article"  # lists and pages that lie over what is read; each adds its own keys
DOSSIER = "dossier"
WATCH = "watch"
LINKS = "links"
OUTLINE = "outline"
MENTIONS = "mentions"
BOOK = "book"
EXPLANATION = "explanation"
REPAIRS = "repairs"
HELP = "help"
FEEDS = "feeds"
STORY = "story"
REPAIR = "repair"  # the line in which a name is typed for a repair; all other keys of it are letters
READER = "reader"  # article, selecting and panel: wherever an article is open

# Where a key is looked for, nearest first.
LOOKUP: dict[str, tuple[str, ...]] = {
    ARTICLE: (ARTICLE, READER, ANYWHERE),
    SELECTING: (SELECTING, ARTICLE, READER, ANYWHERE),
    ENTITIES: (ENTITIES, PANEL, READER, ANYWHERE),
    TIMELINE: (TIMELINE, PANEL, READER, ANYWHERE),
    CHRONICLE: (CHRONICLE, TIMELINE, PANEL, READER, ANYWHERE),
    QUOTES: (QUOTES, SAID, PANEL, READER, ANYWHERE),
    FIGURES: (FIGURES, SAID, PANEL, READER, ANYWHERE),
    NOTES: (NOTES, PANEL, READER, ANYWHERE),
    SHELF: (SHELF, ANYWHERE),
    ALL_NOTES: (ALL_NOTES, ANYWHERE),
    DOSSIER: (DOSSIER, OVER, ANYWHERE),
    WATCH: (WATCH, OVER, ANYWHERE),
    LINKS: (LINKS, OVER, ANYWHERE),
    OUTLINE: (OUTLINE, OVER, ANYWHERE),
    MENTIONS: (MENTIONS, OVER, ANYWHERE),
    BOOK: (BOOK, OVER, ANYWHERE),
    EXPLANATION: (EXPLANATION, OVER, ANYWHERE),
    REPAIRS: (REPAIRS, OVER, ANYWHERE),
    HELP: (HELP, OVER, ANYWHERE),
    FEEDS: (FEEDS, OVER, ANYWHERE),
    STORY: (STORY, ANYWHERE),
    REPAIR: (REPAIR,),
}
