-- Who runs cases. The lease is reckoned by this database's time alone.
CREATE TABLE engine.node (
    epoch       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    -- Machine, process and its start, for those who can see that it is gone.
    process     text        NOT NULL,
    lease_until timestamptz NOT NULL
);

-- One row a running case, updated in place: narrow, with room in each page, and no index on what
-- changes, so that updates stay in their page. Ended cases leave it.
CREATE TABLE engine.live_case (
    id          bigint   PRIMARY KEY,
    process     text     NOT NULL,
    step        text     NOT NULL,
    phase       smallint NOT NULL,
    undoing     boolean  NOT NULL,
    -- The intent is stored and a call may have begun.
    armed       boolean  NOT NULL,
    attempt     integer  NOT NULL,
    intent      text,
    waits_for   text,
    waits_until timestamptz,
    why         text,
    ending      text,
    state       text     NOT NULL,
    sequence    integer  NOT NULL,
    hash        bytea    NOT NULL,
    -- The epoch of the node that runs it: the fencing token. Null while it waits.
    owner       bigint REFERENCES engine.node
) WITH (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE engine.ended_case (
    id       bigint      PRIMARY KEY,
    process  text        NOT NULL,
    ending   text        NOT NULL,
    ended_at timestamptz NOT NULL,
    state    text        NOT NULL,
    sequence integer     NOT NULL,
    hash     bytea       NOT NULL
);

-- A case's own name among the cases of its process, for ever: a start can be repeated.
CREATE TABLE engine.case_key (
    process  text   NOT NULL,
    case_key text   NOT NULL,
    case_id  bigint NOT NULL,
    PRIMARY KEY (process, case_key)
);

CREATE TABLE engine.signal (
    case_id  bigint  NOT NULL,
    key      text    NOT NULL,
    kind     text    NOT NULL,
    actor    text    NOT NULL,
    payload  text    NOT NULL,
    -- The journal entry that took it in.
    sequence integer NOT NULL,
    used     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (case_id, key)
);

CREATE TABLE engine.timer (
    case_id bigint      PRIMARY KEY,
    due_at  timestamptz NOT NULL
);
CREATE INDEX timer_by_due ON engine.timer (due_at);

-- Cases that can go on and that no node has.
CREATE TABLE engine.ready (
    case_id bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0.02);

-- Signals from case to case, on their way.
CREATE TABLE engine.mail (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL,
    kind    text   NOT NULL,
    key     text   NOT NULL,
    actor   text   NOT NULL,
    payload text   NOT NULL
);

-- Tells the effects of this installation from those of any other at the same partners.
CREATE TABLE engine.installation (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    name text    NOT NULL
);
INSERT INTO engine.installation (name)
VALUES (substr(replace(gen_random_uuid()::text, '-', ''), 1, 12));

CREATE SEQUENCE engine.case_id INCREMENT BY 64;

GRANT USAGE ON SCHEMA engine TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON
    engine.live_case, engine.signal, engine.timer, engine.ready, engine.mail, engine.node TO ${app};
GRANT SELECT, INSERT ON engine.ended_case, engine.case_key TO ${app};
GRANT SELECT ON engine.installation TO ${app};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA engine TO ${app};
