-- A code on paper, with which a visitor whom no message reaches looks at the case later. Only a
-- digest is kept, and of each case only that of the last code.
CREATE TABLE visit.printed_code (
    reference  text        PRIMARY KEY,
    digest     text        NOT NULL,
    visit_id   bigint      NOT NULL REFERENCES visit.visit,
    printed_by text        NOT NULL,
    printed_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON visit.printed_code TO ${app};
