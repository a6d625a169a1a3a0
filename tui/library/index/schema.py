"""The tables of the index.

An article's row comes first; what else is known of it hangs on its id. Every change of it has a number in `changes`,
and those who make more of it ask for what is newer than what they have seen.
"""

FILE = "index-3.sqlite"  # the number is the schema's: another schema is another file

# `size` and `modified` are the file's as its text was read, -1 where it was not; `trouble` says why it cannot be read.
# `files` are those that hold several articles, and `inside` says which; these bear the state of their file.
# Of two analyses the one with the greater id was made later. Long rows stand in tables with a rowid: without one, a row
# of more than a quarter of a page has a page of its own, however little of it it fills.
# `totals` holds sums that would otherwise be counted over all rows each time,
# `heeded` what a person put right, `to_say` the articles of which rows of who said what are made again because of it,
# `made_by` which code read the texts, `followed` up to which change somebody has made rows of his own of them.
TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    published TEXT,
    digest TEXT NOT NULL DEFAULT '',
    words INTEGER NOT NULL DEFAULT 0,
    opened TEXT,
    added TEXT NOT NULL,
    size INTEGER NOT NULL DEFAULT -1,
    modified INTEGER NOT NULL DEFAULT -1,
    trouble TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS articles_opened ON articles (opened) WHERE opened IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_digest ON articles (digest);
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL DEFAULT -1,
    modified INTEGER NOT NULL DEFAULT -1
);
CREATE TABLE IF NOT EXISTS inside (
    article INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    place INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS inside_file ON inside (file);
CREATE TABLE IF NOT EXISTS bodies (
    article INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS analyses (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (digest, fingerprint)
);
CREATE TABLE IF NOT EXISTS tellings (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (digest, fingerprint)
);
CREATE TABLE IF NOT EXISTS stories (
    digest TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    made TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failed (
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (digest, fingerprint)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names (
    article INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    mentions INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS names_name ON names (name);
CREATE INDEX IF NOT EXISTS names_article ON names (article);
CREATE TABLE IF NOT EXISTS changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    what TEXT NOT NULL,
    UNIQUE (article, what)
);
CREATE TABLE IF NOT EXISTS followed (
    who TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS speakers_folded ON speakers (folded);
CREATE TABLE IF NOT EXISTS quotations (
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    number INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker INTEGER,
    PRIMARY KEY (article, start, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS quotations_speaker ON quotations (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE IF NOT EXISTS counted (
    id INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    noun TEXT NOT NULL,
    head TEXT NOT NULL,
    UNIQUE (unit, noun)
);
CREATE INDEX IF NOT EXISTS counted_head ON counted (head) WHERE head != '';
CREATE TABLE IF NOT EXISTS figures (
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    bound TEXT NOT NULL,
    change TEXT,
    counted INTEGER NOT NULL,
    PRIMARY KEY (article, start)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS figures_counted ON figures (counted);
CREATE TABLE IF NOT EXISTS heeded (rules TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS to_say (article INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS addresses (
    article INTEGER PRIMARY KEY,
    address TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS twins (
    article INTEGER PRIMARY KEY,
    leader INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS twins_leader ON twins (leader);
CREATE TABLE IF NOT EXISTS bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_article ON bands (article);
CREATE TABLE IF NOT EXISTS totals (
    what TEXT PRIMARY KEY,
    held INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_by (
    what TEXT PRIMARY KEY,
    code TEXT NOT NULL
) WITHOUT ROWID;
"""
# It holds no text of its own: `bodies` does, and gives it back when it is to be taken out again.
SEARCH_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
    title, text, content = '', tokenize = "unicode61 remove_diacritics 2"
);
"""
