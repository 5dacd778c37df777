-- The log of what analysts decided. It only grows: an undo is one more row.

CREATE TABLE decision (
    number    INTEGER PRIMARY KEY,              -- in the order of deciding
    id        TEXT NOT NULL UNIQUE,
    record    BLOB NOT NULL
) STRICT;

CREATE TRIGGER decision_never_changes BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;

CREATE TRIGGER decision_never_goes BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;
