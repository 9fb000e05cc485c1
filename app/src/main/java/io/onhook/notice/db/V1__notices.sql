-- What became of each notice. The notice itself, its address and its text are not here.
CREATE TABLE notice.delivery (
  notice_id  text PRIMARY KEY,
  template   text NOT NULL,
  sent_by    text CHECK (sent_by IN ('SMS', 'EMAIL', 'LETTER')),
  carrier_id text,
  trouble    text,
  at         timestamptz NOT NULL,
  CHECK (sent_by IS NOT NULL OR trouble IS NOT NULL)
);
CREATE INDEX delivery_failed ON notice.delivery (at) WHERE sent_by IS NULL;

-- Letters to print. Address and text are sealed under the letter's own data key.
CREATE TABLE notice.letter (
  notice_id  text PRIMARY KEY,
  language   text NOT NULL,
  sealed_key text NOT NULL,
  sealed_box text NOT NULL,
  queued_at  timestamptz NOT NULL,
  printed_at timestamptz,
  printed_by text,
  CHECK ((printed_at IS NULL) = (printed_by IS NULL))
);
CREATE INDEX letter_waiting ON notice.letter (queued_at) WHERE printed_at IS NULL;

GRANT USAGE ON SCHEMA notice TO ${app};
GRANT SELECT, INSERT ON notice.delivery, notice.letter TO ${app};
GRANT UPDATE (printed_at, printed_by) ON notice.letter TO ${app};
