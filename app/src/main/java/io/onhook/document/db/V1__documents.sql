-- What was taken in. It belongs to the draft of a request until that is sent, then to its case.
CREATE TABLE document.document (
    id        text        PRIMARY KEY,
    party     text        NOT NULL CHECK (party <> ''),
    draft     text        NOT NULL,
    reference text        CHECK (reference <> ''),
    paper     text        NOT NULL,
    pages     integer     NOT NULL CHECK (pages > 0),
    taken_at  timestamptz NOT NULL,
    -- When its key is destroyed; null while its case is undecided.
    due_at    timestamptz,
    erased_at timestamptz
);
CREATE INDEX document_of_draft ON document.document (draft);
CREATE INDEX document_of_case ON document.document (reference) WHERE reference IS NOT NULL;
CREATE INDEX document_due ON document.document (due_at) WHERE erased_at IS NULL;

-- Its pictures, sealed by the document's own key.
CREATE TABLE document.page (
    document text    NOT NULL REFERENCES document.document ON DELETE CASCADE,
    number   integer NOT NULL CHECK (number > 0),
    box      bytea   NOT NULL,
    PRIMARY KEY (document, number)
);
-- Noise does not get smaller.
ALTER TABLE document.page ALTER COLUMN box SET STORAGE EXTERNAL;

-- Who looks says so in its transaction: onhook.party (a holder), onhook.case (staff: one case), and
-- for pictures onhook.purpose as well. Who says nothing sees nothing.
ALTER TABLE document.document ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON document.document
    USING (party = current_setting('onhook.party', true));
CREATE POLICY of_case ON document.document FOR SELECT
    USING (reference = current_setting('onhook.case', true));
CREATE POLICY retention ON document.document
    USING (current_setting('onhook.purpose', true) = 'retention');

ALTER TABLE document.page ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON document.page
    USING (EXISTS (SELECT FROM document.document d WHERE d.id = page.document
                   AND d.party = current_setting('onhook.party', true)));
CREATE POLICY for_a_purpose ON document.page FOR SELECT
    USING (current_setting('onhook.purpose', true) <> ''
           AND EXISTS (SELECT FROM document.document d WHERE d.id = page.document
                       AND d.reference = current_setting('onhook.case', true)));
CREATE POLICY retention ON document.page
    USING (current_setting('onhook.purpose', true) = 'retention');

GRANT USAGE ON SCHEMA document TO ${app};
GRANT SELECT, INSERT, DELETE ON document.document, document.page TO ${app};
GRANT UPDATE (reference, due_at, erased_at) ON document.document TO ${app};
