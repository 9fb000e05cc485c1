-- Codes by which a holder changes the operator. Of number and code only a digest is kept; the last
-- code of each kind counts. Once it is redeemed, the case that ends the line stands beside it.
CREATE TABLE cancellation.switch_code (
  digest      text        PRIMARY KEY,
  line_id     text        NOT NULL,
  party_id    text        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('pac', 'stac')),
  asked_at    timestamptz NOT NULL,
  good_until  timestamptz NOT NULL,
  reference   text,
  UNIQUE (line_id, kind)
);

GRANT SELECT, INSERT, UPDATE ON cancellation.switch_code TO ${app};
