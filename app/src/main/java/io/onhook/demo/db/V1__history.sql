-- How far the sandbox's history is written; without a row outside the sandbox, and where none is asked for.
CREATE TABLE demo.history (
    single   boolean     PRIMARY KEY DEFAULT true CHECK (single),
    first_on date        NOT NULL,
    -- Where its clock stands in the end.
    last_at  timestamptz NOT NULL,
    -- The day that is lived next.
    next_on  date        NOT NULL,
    done     boolean     NOT NULL DEFAULT false
);

GRANT USAGE ON SCHEMA demo TO ${app};
GRANT SELECT, INSERT, UPDATE (next_on, done) ON demo.history TO ${app};
