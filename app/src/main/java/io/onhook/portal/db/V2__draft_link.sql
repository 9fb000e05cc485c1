-- A link that leads back to a draft, on any device, after a sign-in. Of the link only a digest is
-- kept, one for each draft; it goes with its draft.
CREATE TABLE portal.draft_link (
  digest   text        PRIMARY KEY,
  draft    text        NOT NULL UNIQUE
           REFERENCES portal.draft (id) ON UPDATE CASCADE ON DELETE CASCADE,
  made_at  timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON portal.draft_link TO ${app};
