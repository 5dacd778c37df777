-- What listings are ordered, counted and shown by, so that a page of one reads its own rows only.

ALTER TABLE article ADD COLUMN shown TEXT NOT NULL DEFAULT '';        -- the outlet's name as it is shown
ALTER TABLE claim ADD COLUMN carriers INTEGER NOT NULL DEFAULT 0;     -- articles that its mentions lie in
ALTER TABLE claim_mention ADD COLUMN name INTEGER NOT NULL DEFAULT 0; -- hash of the mention's id, by which decisions name it
ALTER TABLE claim_mention ADD COLUMN said INTEGER;                    -- hash of the id of its attribution

UPDATE claim SET carriers = (SELECT count(DISTINCT article) FROM claim_mention WHERE claim = number);

CREATE INDEX claim_by_carriers ON claim (carriers DESC, id);
CREATE INDEX claim_by_story ON claim (story, carriers);
CREATE INDEX claim_mention_by_name ON claim_mention (name);
CREATE INDEX claim_mention_by_attribution ON claim_mention (said) WHERE said IS NOT NULL;
CREATE INDEX linked_by_story ON linked (story);
