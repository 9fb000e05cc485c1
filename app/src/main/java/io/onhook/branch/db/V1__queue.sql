-- One row an office and day. Whoever changes its queue holds this row until the end of the
-- transaction, so that tickets are called one after the other, each once.
CREATE TABLE branch.day (
    office text NOT NULL,
    day    date NOT NULL,
    -- How many tickets were called so far; a ticket keeps the number of its last call.
    calls  integer NOT NULL DEFAULT 0,
    -- Set once the office has closed and sent home who still waited.
    closed_at timestamptz,
    PRIMARY KEY (office, day)
);

-- The last number given under a letter.
CREATE TABLE branch.letter (
    office text NOT NULL,
    day    date NOT NULL,
    letter text NOT NULL,
    last   integer NOT NULL,
    PRIMARY KEY (office, day, letter)
);

CREATE TABLE branch.ticket (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- What its holder's page is found by: unguessable, and nothing else about anybody.
    token      text NOT NULL UNIQUE,
    office     text NOT NULL,
    day        date NOT NULL,
    letter     text NOT NULL,
    number     integer NOT NULL,
    service    text NOT NULL,
    source     text NOT NULL CHECK (source IN ('web', 'kiosk', 'counter')),
    language   text NOT NULL,
    priority   boolean NOT NULL,
    -- The case that it carries, by its reference.
    reference  text,
    -- Keyed hash of the address that it was taken from, where it was taken from afar.
    client     text,
    -- The one that was sent home, and whose place it takes: one for one.
    replaces   bigint UNIQUE REFERENCES branch.ticket,
    taken_at   timestamptz NOT NULL,
    -- The booked time, if there is one.
    appointment_at timestamptz,
    -- Who came earlier is called earlier; rules move this, and each move has its entry in the journal.
    place_at   timestamptz NOT NULL,
    let_passes integer NOT NULL DEFAULT 0,
    state      text NOT NULL CHECK (state IN
        ('waiting', 'called', 'serving', 'held', 'served', 'no-show', 'cancelled', 'sent-home')),
    window_no  integer,
    call       integer,
    calls      integer NOT NULL DEFAULT 0,
    called_at  timestamptz,
    began_at   timestamptz,
    ended_at   timestamptz,
    UNIQUE (office, day, letter, number)
);
CREATE INDEX ticket_waiting ON branch.ticket (office, day, place_at, id)
    WHERE state = 'waiting' AND appointment_at IS NULL;
CREATE INDEX ticket_booked ON branch.ticket (office, day, place_at, id)
    WHERE state = 'waiting' AND appointment_at IS NOT NULL;
CREATE INDEX ticket_at_window ON branch.ticket (office, day, window_no)
    WHERE state IN ('called', 'serving', 'held');
CREATE INDEX ticket_served ON branch.ticket (office, service, ended_at) WHERE state = 'served';
CREATE INDEX ticket_client ON branch.ticket (office, day, client)
    WHERE state IN ('waiting', 'called', 'serving', 'held');

-- Who sits where now.
CREATE TABLE branch.staffed_window (
    office   text NOT NULL,
    window_no integer NOT NULL,
    staff    text NOT NULL,
    services text[] NOT NULL,
    state    text NOT NULL CHECK (state IN ('open', 'break')),
    since    timestamptz NOT NULL,
    PRIMARY KEY (office, window_no)
);
CREATE UNIQUE INDEX window_of_staff ON branch.staffed_window (staff);

GRANT USAGE ON SCHEMA branch TO ${app};
GRANT SELECT, INSERT, UPDATE ON branch.day, branch.letter, branch.ticket TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON branch.staffed_window TO ${app};
