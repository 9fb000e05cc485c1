-- How to reach the holder of a ticket about that ticket, until a few days after it.
CREATE TABLE branch.reach (
    ticket      bigint PRIMARY KEY REFERENCES branch.ticket,
    channel     text NOT NULL,
    -- Sealed by the vault, under a key of the office's day.
    address_key text NOT NULL,
    address_box text NOT NULL,
    -- Set once they were told that their turn is near: they are told once.
    near_told_at timestamptz
);
CREATE INDEX reach_untold ON branch.reach (ticket) WHERE near_told_at IS NULL;

-- A booked time. Who comes in time gets a ticket from it.
CREATE TABLE branch.booking (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- What its holder's page is found by: unguessable, and nothing else about anybody.
    token       text NOT NULL UNIQUE,
    office      text NOT NULL,
    -- The office's day on which it starts.
    day         date NOT NULL,
    starts_at   timestamptz NOT NULL,
    service     text NOT NULL,
    language    text NOT NULL,
    -- The case that it carries, by its reference.
    reference   text,
    -- Keyed hash of the address that it was made from.
    client      text,
    channel     text,
    address_key text,
    address_box text,
    state       text NOT NULL CHECK (state IN ('booked', 'arrived', 'cancelled')),
    -- When it was booked for this time.
    made_at     timestamptz NOT NULL,
    reminded_at timestamptz,
    ticket      bigint UNIQUE REFERENCES branch.ticket
);
CREATE INDEX booking_slot ON branch.booking (office, day, starts_at) WHERE state = 'booked';
CREATE INDEX booking_client ON branch.booking (office, client) WHERE state = 'booked';
CREATE INDEX booking_unreminded ON branch.booking (starts_at)
    WHERE state = 'booked' AND reminded_at IS NULL AND channel IS NOT NULL;

-- When what could reach people of that day was erased.
ALTER TABLE branch.day ADD COLUMN erased_at timestamptz;
CREATE INDEX day_unerased ON branch.day (day) WHERE erased_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON branch.reach TO ${app};
GRANT SELECT, INSERT, UPDATE ON branch.booking TO ${app};
