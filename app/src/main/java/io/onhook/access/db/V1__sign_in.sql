-- One-time codes, as digests. A row looks the same whether there is a line behind it or not:
-- where there is none, party stays empty, and no code ever fits.
CREATE TABLE access.code (
    attempt    text        PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('sign-in', 'contact')),
    digest     text        NOT NULL,
    -- Of a contact to be proven: digest of channel and address.
    subject    text        NOT NULL,
    party      text,
    line       text,
    tries_left integer     NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX code_by_expiry ON access.code (expires_at);

-- How often something was done within a window; in the database so that it holds across nodes and
-- restarts. Keys are digests: no number or address is kept.
CREATE TABLE access.counter (
    cap       text        NOT NULL,
    key       text        NOT NULL,
    ends_at   timestamptz NOT NULL,
    used      integer     NOT NULL,
    PRIMARY KEY (cap, key, ends_at)
);
CREATE INDEX counter_by_end ON access.counter (ends_at);

CREATE TABLE access.staff (
    username     text    PRIMARY KEY,
    display_name text    NOT NULL,
    password     text    NOT NULL,
    roles        text[]  NOT NULL,
    disabled     boolean NOT NULL DEFAULT false,
    -- Made by the sandbox; a service outside the sandbox does not start while there is one.
    demo         boolean NOT NULL DEFAULT false
);

CREATE TABLE access.api_key (
    client     text        PRIMARY KEY,
    name       text        NOT NULL,
    digest     text        NOT NULL UNIQUE,
    scopes     text[]      NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    demo       boolean     NOT NULL DEFAULT false
);

-- Spring Session's own layout, so that a session outlives a restart and is known on every node.
CREATE TABLE access.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX session_by_expiry ON access.session (expiry_time);
CREATE INDEX session_by_principal ON access.session (principal_name);

CREATE TABLE access.session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES access.session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

GRANT USAGE ON SCHEMA access TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON access.code, access.counter, access.session, access.session_attributes TO ${app};
GRANT SELECT, INSERT, UPDATE ON access.staff, access.api_key TO ${app};
