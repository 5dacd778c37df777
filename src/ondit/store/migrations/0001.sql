-- The tables of a store. Records are the structs of ondit.model as packed msgpack; columns beside them are
-- what is looked up. `digest` tells whether a record has changed without reading it.

CREATE TABLE article (
    number    INTEGER PRIMARY KEY,              -- in the order of adding
    id        TEXT NOT NULL UNIQUE,
    digest    BLOB NOT NULL,
    starts    TEXT,                             -- the interval of publication, UTC; NULL for an undated article
    ends      TEXT,
    language  TEXT NOT NULL,                    -- lower case, empty when not known
    outlet    TEXT NOT NULL,                    -- case folded, empty when not known
    record    BLOB NOT NULL
) STRICT;
CREATE INDEX article_by_time ON article (starts, ends);
CREATE INDEX article_by_outlet ON article (outlet);

-- What was read out of an article. Claims refer to a mention by its place in `mentions`.
CREATE TABLE reading (
    article   INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    recipe    TEXT NOT NULL,                    -- digest of the recipe it was read by
    record    BLOB NOT NULL,                    -- without the article and the mentions
    mentions  BLOB NOT NULL
) STRICT;

CREATE TABLE claim (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    digest    BLOB NOT NULL,
    text      TEXT NOT NULL,
    story     TEXT
) STRICT;

CREATE TABLE claim_mention (
    claim     INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    position  INTEGER NOT NULL,                 -- in its claim
    article   INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
    mention   INTEGER NOT NULL,                 -- in its reading, from 0
    record    BLOB,                             -- NULL where the claim's mention is the reading's
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_mention_by_article ON claim_mention (article);

CREATE TABLE story (
    id        TEXT PRIMARY KEY,
    digest    BLOB NOT NULL,
    record    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    later     TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    earlier   TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    digest    BLOB NOT NULL,
    record    BLOB NOT NULL,
    PRIMARY KEY (later, earlier)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_by_earlier ON copy (earlier);

CREATE TABLE main_claim (
    article   TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    digest    BLOB NOT NULL,
    record    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
