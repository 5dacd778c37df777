-- What came in beside the articles' text: the answers of servers, what failed, and the index for search.

CREATE TABLE capture (
    number    INTEGER PRIMARY KEY,
    article   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    sha256    TEXT NOT NULL,
    record    BLOB NOT NULL,                    -- the capture without its content
    content   BLOB NOT NULL,                    -- compressed
    UNIQUE (article, sha256)
) STRICT;

CREATE TABLE failure (
    item      TEXT NOT NULL,
    stage     TEXT NOT NULL,
    input     TEXT NOT NULL,                    -- what the person gave that the item was found in
    code      TEXT NOT NULL,
    reason    TEXT NOT NULL,                    -- without text of the article
    retryable INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    first     TEXT NOT NULL,                    -- UTC, ISO 8601
    last      TEXT NOT NULL,
    PRIMARY KEY (item, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX failure_by_input ON failure (input);

-- Words in the form of text/searched.py, by the number of the article or claim. The index keeps no text.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, detail = full);
CREATE VIRTUAL TABLE claim_words USING fts5 (words, content = '', contentless_delete = 1, detail = full);

CREATE TRIGGER article_words_go AFTER DELETE ON article
BEGIN DELETE FROM article_words WHERE rowid = old.number; END;

CREATE TRIGGER claim_words_go AFTER DELETE ON claim
BEGIN DELETE FROM claim_words WHERE rowid = old.number; END;
