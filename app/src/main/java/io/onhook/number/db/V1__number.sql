-- One row a number that a case has touched: who owns it now, and until when it rests.
CREATE TABLE number.number (
    msisdn     text        PRIMARY KEY,
    state      text        NOT NULL
        CHECK (state IN ('active', 'quarantine', 'free', 'returned', 'ported-out')),
    -- The last case that ended a line with this number.
    reference  text        UNIQUE,
    since      timestamptz NOT NULL,
    rests_until timestamptz,
    port_until timestamptz,
    ported_in  boolean     NOT NULL,
    CHECK (state <> 'quarantine' OR (rests_until IS NOT NULL AND reference IS NOT NULL))
);

GRANT USAGE ON SCHEMA number TO ${app};
GRANT SELECT, INSERT, UPDATE ON number.number TO ${app};
