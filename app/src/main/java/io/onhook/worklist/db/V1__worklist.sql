-- Work for people, as cases raise it, and what people said of it.
CREATE TABLE worklist.item (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    bigint      NOT NULL,
    process    text        NOT NULL,
    step       text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('DECISION', 'PARKED')),
    why        text        NOT NULL,
    since      timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    claimed_by text,
    claimed_at timestamptz,
    -- The verdict stands; the case has yet to go on with it.
    decided_at timestamptz,
    done_at    timestamptz
);
CREATE UNIQUE INDEX item_open ON worklist.item (case_id, step) WHERE done_at IS NULL;
CREATE INDEX item_due ON worklist.item (kind, due_at) WHERE done_at IS NULL AND decided_at IS NULL;
CREATE INDEX item_of_case ON worklist.item (case_id);

CREATE TABLE worklist.verdict (
    item     bigint      NOT NULL REFERENCES worklist.item,
    staff    text        NOT NULL,
    at       timestamptz NOT NULL,
    approved boolean     NOT NULL,
    reasons  text[]      NOT NULL,
    text     text        NOT NULL,
    PRIMARY KEY (item, staff)
);

GRANT USAGE ON SCHEMA worklist TO ${app};
GRANT SELECT, INSERT, UPDATE ON worklist.item TO ${app};
-- What somebody said is never changed.
GRANT SELECT, INSERT ON worklist.verdict TO ${app};
