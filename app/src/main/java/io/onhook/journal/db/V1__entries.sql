-- Everything that happened, once, in the transaction of what it records.
CREATE TABLE journal.entry (
    chain    bigint      NOT NULL,
    sequence integer     NOT NULL,
    -- The order of writing, for the roots: they sign what was written between two positions.
    position bigint      GENERATED ALWAYS AS IDENTITY,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    kind     text        NOT NULL,
    subject  text        NOT NULL,
    detail   text        NOT NULL,
    hash     bytea       NOT NULL,
    PRIMARY KEY (chain, sequence)
);
CREATE INDEX entry_by_position ON journal.entry USING brin (position) WITH (pages_per_range = 16);

-- Chains of what belongs to no case; their numbers are negative.
CREATE TABLE journal.stream (
    name     text    PRIMARY KEY,
    chain    bigint  GENERATED ALWAYS AS IDENTITY (START WITH -1 INCREMENT BY -1 MINVALUE -9223372036854775807 MAXVALUE -1) UNIQUE,
    sequence integer NOT NULL DEFAULT 0,
    hash     bytea   NOT NULL
);

GRANT USAGE ON SCHEMA journal TO ${app};
-- No update, no delete: the running role can add to the record and read it.
GRANT SELECT, INSERT ON journal.entry TO ${app};
GRANT SELECT, INSERT, UPDATE (sequence, hash) ON journal.stream TO ${app};
