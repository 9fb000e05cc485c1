-- Calls. What the caller named is sealed under the call's own key; to count by it there is a digest.
CREATE TABLE call.call (
    id         text        PRIMARY KEY,
    -- Who serves the caller: a member of staff, or the program behind the voice line.
    agent      text        NOT NULL,
    language   text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('number', 'reference', 'ticket')),
    named      text        NOT NULL,
    named_key  text        NOT NULL,
    named_box  text        NOT NULL,
    began_at   timestamptz NOT NULL,
    -- The code that is on its way, if one was asked for.
    attempt    text,
    -- Set once the caller is checked.
    party      text,
    line       text,
    proof      text,
    checked_at timestamptz,
    -- A request that is being asked for, sealed; null for none.
    asking_key text,
    asking_box text,
    ended_at   timestamptz,
    CHECK ((party IS NULL) = (checked_at IS NULL))
);
CREATE INDEX call_of_line ON call.call (line, began_at) WHERE line IS NOT NULL;
CREATE INDEX call_of_agent ON call.call (agent, began_at);

-- How often callers were wrong, by digests of what they named and of the line behind it.
CREATE TABLE call.failure (
    subject      text        PRIMARY KEY,
    failures     integer     NOT NULL,
    since        timestamptz NOT NULL,
    closed_until timestamptz
);

CREATE TABLE call.note (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call     text        NOT NULL REFERENCES call.call,
    line     text        NOT NULL,
    party    text        NOT NULL,
    staff    text        NOT NULL,
    at       timestamptz NOT NULL,
    text_key text        NOT NULL,
    text_box text        NOT NULL
);
CREATE INDEX note_of_line ON call.note (line, at);

-- What was read to a caller, and that they said yes.
CREATE TABLE call.consent (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call      text        NOT NULL REFERENCES call.call,
    line      text        NOT NULL,
    staff     text        NOT NULL,
    language  text        NOT NULL,
    said_at   timestamptz NOT NULL,
    text_key  text        NOT NULL,
    text_box  text        NOT NULL,
    -- What the journal has of it.
    digest    text        NOT NULL,
    -- Where the confirmation goes.
    channel   text        NOT NULL,
    to_key    text        NOT NULL,
    to_box    text        NOT NULL,
    -- The case that came of it; null while there is none, and where it was refused.
    reference text,
    refused   boolean     NOT NULL DEFAULT false
);
CREATE INDEX consent_to_confirm ON call.consent (said_at) WHERE reference IS NULL AND NOT refused;
CREATE INDEX consent_of_line ON call.consent (line, said_at);

CREATE TABLE call.call_back (
    id           text        PRIMARY KEY,
    -- Of the number, so that it has one promise at a time.
    digest       text        NOT NULL,
    number_key   text        NOT NULL,
    number_box   text        NOT NULL,
    language     text        NOT NULL,
    topic_key    text        NOT NULL,
    topic_box    text        NOT NULL,
    asked_by     text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    -- The time that was promised, and when it is tried next.
    promised_at  timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    claimed_by   text,
    tries        integer     NOT NULL DEFAULT 0,
    first_try_at timestamptz,
    state        text        NOT NULL CHECK (state IN ('open', 'reached', 'given-up', 'withdrawn')),
    over_at      timestamptz
);
CREATE INDEX call_back_open ON call.call_back (due_at) WHERE state = 'open';
CREATE UNIQUE INDEX call_back_of_number ON call.call_back (digest) WHERE state = 'open';
CREATE INDEX call_back_promised ON call.call_back (promised_at);

GRANT USAGE ON SCHEMA call TO ${app};
GRANT SELECT, INSERT ON call.call, call.note, call.consent, call.call_back TO ${app};
GRANT UPDATE (attempt, party, line, proof, checked_at, asking_key, asking_box, ended_at)
    ON call.call TO ${app};
GRANT UPDATE (reference, refused) ON call.consent TO ${app};
GRANT UPDATE (due_at, claimed_by, tries, first_try_at, state, over_at) ON call.call_back TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON call.failure TO ${app};
