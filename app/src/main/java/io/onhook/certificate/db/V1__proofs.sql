-- Certificates and receipts: what was proved, sealed under a key of its own, and a fingerprint of it.
-- Nothing here is ever changed or deleted; erasing destroys the key, revoking adds a row.
CREATE TABLE certificate.proof (
  number      text PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('certificate', 'receipt')),
  reference   text NOT NULL,
  topic       text NOT NULL,
  edition     integer NOT NULL CHECK (edition >= 1),
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  facts       bytea NOT NULL,
  issued_at   timestamptz NOT NULL,
  UNIQUE (reference, kind, topic, edition)
);

CREATE TABLE certificate.revocation (
  number     text PRIMARY KEY REFERENCES certificate.proof,
  reason     text NOT NULL,
  actor      text NOT NULL,
  revoked_at timestamptz NOT NULL
);

-- The signed file, made when it is first asked for and the same ever after.
CREATE TABLE certificate.print (
  number     text PRIMARY KEY REFERENCES certificate.proof,
  pdf        bytea NOT NULL,
  sha256     bytea NOT NULL CHECK (length(sha256) = 32),
  printed_at timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA certificate TO ${app};
GRANT SELECT, INSERT ON certificate.proof, certificate.revocation, certificate.print TO ${app};
