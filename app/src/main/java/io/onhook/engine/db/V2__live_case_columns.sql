-- The same columns in another order. PostgreSQL logs of an update in place only what lies between
-- the first and the last byte that changed: so what rarely changes comes first, what changes with
-- every step comes last.
ALTER TABLE engine.live_case RENAME TO live_case_v1;
ALTER TABLE engine.live_case_v1 RENAME CONSTRAINT live_case_pkey TO live_case_v1_pkey;

CREATE TABLE engine.live_case (
    id          bigint   PRIMARY KEY,
    -- The epoch of the node that runs it: the fencing token. Null while it waits.
    owner       bigint REFERENCES engine.node,
    process     text     NOT NULL,
    ending      text,
    state       text     NOT NULL,
    waits_until timestamptz,
    waits_for   text,
    why         text,
    intent      text,
    attempt     integer  NOT NULL,
    phase       smallint NOT NULL,
    undoing     boolean  NOT NULL,
    -- The intent is stored and a call may have begun.
    armed       boolean  NOT NULL,
    step        text     NOT NULL,
    sequence    integer  NOT NULL,
    hash        bytea    NOT NULL
) WITH (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.02);

INSERT INTO engine.live_case (id, owner, process, ending, state, waits_until, waits_for, why, intent,
                              attempt, phase, undoing, armed, step, sequence, hash)
SELECT id, owner, process, ending, state, waits_until, waits_for, why, intent,
       attempt, phase, undoing, armed, step, sequence, hash
  FROM engine.live_case_v1;

DROP TABLE engine.live_case_v1;

GRANT SELECT, INSERT, UPDATE, DELETE ON engine.live_case TO ${app};
