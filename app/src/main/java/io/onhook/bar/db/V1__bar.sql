-- What a line could do before the first of those who keep it barred; it stands until the last has
-- let go. Its row is the lock under which they come and go.
CREATE TABLE bar.line (
    line    text    PRIMARY KEY,
    circuit boolean NOT NULL,
    packet  boolean NOT NULL,
    -- A call that gives the services back may be under way until then: nobody bars before.
    restoring_until timestamptz
);

-- Who keeps it barred: a bar, or a cancellation that has come to its bar.
CREATE TABLE bar.hold (
    line   text NOT NULL,
    holder text NOT NULL,
    PRIMARY KEY (line, holder)
);

-- Bars that were asked for by themselves, over ones too.
CREATE TABLE bar.line_bar (
    id        text        PRIMARY KEY,
    case_id   bigint      NOT NULL UNIQUE,
    line      text        NOT NULL,
    reason    text        NOT NULL CHECK (reason IN ('lost', 'suspicion')),
    placed_by text        NOT NULL,
    placed_at timestamptz NOT NULL,
    -- In the words of who asked for it, sealed under the bar's own key.
    why_key   text        NOT NULL,
    why_box   text        NOT NULL,
    lifted_by text,
    over_at   timestamptz
);
CREATE UNIQUE INDEX one_bar_a_line ON bar.line_bar (line) WHERE over_at IS NULL;
CREATE INDEX line_bar_of_line ON bar.line_bar (line);

GRANT USAGE ON SCHEMA bar TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON bar.line, bar.hold TO ${app};
GRANT SELECT, INSERT ON bar.line_bar TO ${app};
GRANT UPDATE (lifted_by, over_at) ON bar.line_bar TO ${app};
