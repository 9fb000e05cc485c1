-- Which case a reference means, and how it ended. What the case knows is its state, in the engine.
CREATE TABLE cancellation.request (
    reference     text        PRIMARY KEY,
    case_id       bigint      NOT NULL UNIQUE,
    line_id       text        NOT NULL,
    party_id      text        NOT NULL,
    -- A keyed digest: staff find cases by number, nobody reads numbers here.
    number_digest text        NOT NULL,
    submitted_by  text        NOT NULL,
    received_at   timestamptz NOT NULL,
    ended_at      timestamptz,
    ending        text CHECK (ending IN ('completed', 'refused', 'retracted')),
    code          text,
    CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE INDEX request_of_line ON cancellation.request (line_id);
CREATE INDEX request_of_party ON cancellation.request (party_id);
CREATE INDEX request_of_number ON cancellation.request (number_digest);

-- One open case per line.
CREATE TABLE cancellation.open_line (
    line_id   text PRIMARY KEY,
    reference text NOT NULL REFERENCES cancellation.request
);

-- What a sender's key was answered with.
CREATE TABLE cancellation.idempotency (
    scope     text        NOT NULL,
    key       text        NOT NULL,
    body      text        NOT NULL,
    reference text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);

-- Cards that must never be used again.
CREATE TABLE cancellation.retired_sim (
    iccid     text        PRIMARY KEY,
    kind      text        NOT NULL,
    reference text        NOT NULL,
    at        timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA cancellation TO ${app};
GRANT SELECT, INSERT ON cancellation.request, cancellation.idempotency, cancellation.retired_sim TO ${app};
GRANT UPDATE (ended_at, ending, code) ON cancellation.request TO ${app};
GRANT SELECT, INSERT, DELETE ON cancellation.open_line TO ${app};
