-- The answer that a client's key was given first, so that the same request is answered the same
-- for ever: after a restart, on another node, and once the number is somebody else's.
CREATE TABLE api.first_answer (
    client      text        NOT NULL,
    key         text        NOT NULL,
    -- Keyed digest of the request; its content is personal.
    request     text        NOT NULL,
    answer      text        NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);

GRANT USAGE ON SCHEMA api TO ${app};
GRANT SELECT, INSERT ON api.first_answer TO ${app};
