-- A visitor at a window, and the line or case that it is about. One ticket may have several rounds:
-- whoever has two lines is served twice.
CREATE TABLE visit.visit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id bigint      NOT NULL,
    round     integer     NOT NULL CHECK (round > 0),
    office    text        NOT NULL,
    label     text        NOT NULL,
    line_id   text,
    party_id  text,
    reference text,
    -- Whether the case was opened in this very visit.
    opened_here boolean   NOT NULL DEFAULT false,
    began_by  text        NOT NULL,
    began_at  timestamptz NOT NULL,
    UNIQUE (ticket_id, round)
);
CREATE INDEX visit_of_case ON visit.visit (reference) WHERE reference IS NOT NULL;

-- An ID that a clerk held beside the register. The number is kept, sealed, only if it fits.
CREATE TABLE visit.identity_check (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    visit_id   bigint      NOT NULL REFERENCES visit.visit,
    line_id    text        NOT NULL,
    kind       text        NOT NULL,
    fits       boolean     NOT NULL,
    sealed_key text,
    sealed_box text,
    checked_by text        NOT NULL,
    checked_at timestamptz NOT NULL
);
CREATE INDEX identity_check_of_visit ON visit.identity_check (visit_id);

-- What was done with the SIM. A card stays in the office until its case can't be taken back any more.
CREATE TABLE visit.sim (
    visit_id   bigint      PRIMARY KEY REFERENCES visit.visit,
    office     text        NOT NULL,
    line_id    text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('card', 'esim', 'lost')),
    -- The last digits, by which the card is found in the drawer.
    ending     text        NOT NULL,
    taken_by   text        NOT NULL,
    taken_at   timestamptz NOT NULL,
    left_how   text        CHECK (left_how IN ('given-back', 'destroyed')),
    left_by    text,
    left_at    timestamptz
);
CREATE INDEX sim_kept ON visit.sim (office, taken_at) WHERE kind = 'card' AND left_at IS NULL;

-- What the visitor signed: a list of what is done and what is open, and the mark, both sealed.
CREATE TABLE visit.signature (
    visit_id  bigint      PRIMARY KEY REFERENCES visit.visit,
    reference text        NOT NULL,
    -- SHA-256 of the list, which the mark is bound to.
    hash      text        NOT NULL,
    way       text        NOT NULL CHECK (way IN ('pad', 'name')),
    list_key  text        NOT NULL,
    list_box  text        NOT NULL,
    mark_key  text        NOT NULL,
    mark_box  text        NOT NULL,
    taken_by  text        NOT NULL,
    signed_at timestamptz NOT NULL
);
CREATE INDEX signature_of_case ON visit.signature (reference);

GRANT USAGE ON SCHEMA visit TO ${app};
GRANT SELECT, INSERT, UPDATE ON visit.visit, visit.sim TO ${app};
GRANT SELECT, INSERT ON visit.identity_check, visit.signature TO ${app};
