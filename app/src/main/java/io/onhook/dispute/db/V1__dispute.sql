-- Charges that holders dispute: what is set aside, and what became of it. A charge is disputed once.
CREATE TABLE dispute.charge (
    reference  text        PRIMARY KEY,
    case_id    bigint      NOT NULL UNIQUE,
    line_id    text        NOT NULL,
    party_id   text        NOT NULL,
    bill_id    text        NOT NULL,
    charge_id  text        NOT NULL,
    text       text        NOT NULL,
    currency   text        NOT NULL,
    minor      bigint      NOT NULL CHECK (minor > 0),
    raised_at  timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'upheld', 'dropped')),
    decided_at timestamptz,
    -- Billing has taken it off, or asks for it again.
    closed_at  timestamptz,
    UNIQUE (bill_id, charge_id),
    CHECK ((decided_at IS NULL) = (state = 'open'))
);
CREATE INDEX charge_of_line ON dispute.charge (line_id);

GRANT USAGE ON SCHEMA dispute TO ${app};
GRANT SELECT, INSERT ON dispute.charge TO ${app};
GRANT UPDATE (state, decided_at, closed_at) ON dispute.charge TO ${app};
