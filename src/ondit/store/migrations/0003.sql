-- What linking looks up, so that an article is linked to its neighbours without a look at all others. A store of
-- an older schema has none of it yet: the next `ondit add` links its readings once more.

CREATE TABLE linked (
    article   INTEGER PRIMARY KEY REFERENCES reading ON DELETE CASCADE,
    story     TEXT,                             -- id of its story
    card      BLOB NOT NULL
) STRICT;

-- In how many articles a term stands: anywhere, in title or lede, in a mention.
CREATE TABLE frequency (
    term      INTEGER PRIMARY KEY,              -- hash of the term
    articles  INTEGER NOT NULL,
    ledes     INTEGER NOT NULL,
    mentions  INTEGER NOT NULL
) STRICT;

-- Claims and stories as clusters: members and the sum of their vectors. Numbers are never used again.
CREATE TABLE cluster (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE,             -- of the claim or story
    record    BLOB NOT NULL
) STRICT;

-- What is filed under which key, in segments that are merged as they become many, newest last. Arrays of one
-- length, sorted by key: 64-bit keys, 32-bit holders (numbers of clusters or articles), 32-bit weights.
CREATE TABLE segment (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,                    -- story, claim, copy
    keys      BLOB NOT NULL,
    holders   BLOB NOT NULL,
    weights   BLOB NOT NULL
) STRICT;
