ALTER TABLE access.code
    -- What the code proves: it went to the line, to a case's contact, or to another contact.
    ADD COLUMN way  text,
    -- Whom its use is told: sealed addresses; empty for nobody.
    ADD COLUMN told text NOT NULL DEFAULT '';
-- Codes of the version before are good for ten minutes; they prove the least.
UPDATE access.code SET way = 'contact' WHERE party IS NOT NULL;

ALTER TABLE access.code DROP CONSTRAINT code_purpose_check;
ALTER TABLE access.code
    ADD CONSTRAINT code_purpose_check CHECK (purpose IN ('sign-in', 'contact', 'step-up'));
ALTER TABLE access.code
    ADD CONSTRAINT code_way_check CHECK ((party IS NULL) = (way IS NULL));
