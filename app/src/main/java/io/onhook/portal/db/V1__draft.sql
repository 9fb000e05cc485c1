-- What a holder has filled in and not sent yet. The answers are sealed under a key of the draft's
-- own, which is destroyed when the draft is sent or forgotten.
CREATE TABLE portal.draft (
  party       text        NOT NULL,
  line        text        NOT NULL,
  id          text        NOT NULL UNIQUE,
  key         text        NOT NULL,
  box         text        NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (party, line)
);

CREATE INDEX draft_by_age ON portal.draft (changed_at);

GRANT USAGE ON SCHEMA portal TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.draft TO ${app};
