"""The tables of the index.

An article's row comes first; what else is known of it hangs on its id. Every change of it has a number in `changes`,
and those who make more of it ask for what is newer than what they have seen.
"""

FILE = "index-4.sqlite"  # the number is the schema's: another schema is another file
OLDER = ("index.sqlite", "index-1.sqlite", "index-2.sqlite", "index-3.sqlite")  # nobody reads them any more
PAGE = 8192  # bytes: what is found in an article fills more of a long page than of a short one

# `size` and `modified` are the file's as its text was read, -1 where it was not; `trouble` says why it cannot be read.
# `files` are those that hold several articles, and `inside` says which; these bear the state of their file.
# `codes` are those that analysed. Of two analyses the one with the greater id was made later; `told` is what an article
# tells of which days. Long rows stand in tables with a rowid: without one, a row of more than a quarter of a page has a
# page of its own, however little of it it fills.
# `written` holds names and kinds as they are written, each once; `named` which article bears them, 0 for an entity that
# is called as the name is; `names` is the same as it is asked for.
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
    digest BLOB NOT NULL DEFAULT x'',
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
CREATE TABLE IF NOT EXISTS codes (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS analyses (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    code INTEGER NOT NULL,
    body BLOB,
    told BLOB,
    UNIQUE (digest, code)
);
CREATE TABLE IF NOT EXISTS stories (
    digest TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    made TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failed (
    digest BLOB NOT NULL,
    code INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (digest, code)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (
    id INTEGER PRIMARY KEY,
    words TEXT NOT NULL COLLATE NOCASE
);
CREATE UNIQUE INDEX IF NOT EXISTS written_words ON written (words, words COLLATE BINARY);
CREATE TABLE IF NOT EXISTS named (
    article INTEGER NOT NULL,
    name INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article, name, entity, kind)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS named_name ON named (name);
CREATE VIEW IF NOT EXISTS names AS
    SELECT article, own.words AS name, kinds.words AS kind, entities.words AS entity, mentions FROM named
    JOIN written AS own ON own.id = named.name
    LEFT JOIN written AS kinds ON kinds.id = named.kind
    LEFT JOIN written AS entities ON entities.id = coalesce(nullif(named.entity, 0), named.name);
CREATE TABLE IF NOT EXISTS changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    what INTEGER NOT NULL,
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
    kind INTEGER NOT NULL,
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
    leader INTEGER NOT NULL,
    bands BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS twins_leader ON twins (leader);
CREATE TABLE IF NOT EXISTS bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;
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
