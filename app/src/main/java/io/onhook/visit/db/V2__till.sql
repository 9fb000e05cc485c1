-- A clerk's till, from the first payment to the count at the end of the day.
CREATE TABLE visit.till (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff     text        NOT NULL,
    office    text        NOT NULL,
    currency  text        NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    -- In the smallest unit: the cash that was taken, and the cash that was counted.
    expected  bigint,
    counted   bigint,
    reason    text        NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX till_open ON visit.till (staff) WHERE closed_at IS NULL;
CREATE INDEX till_of_office ON visit.till (office, opened_at);

-- Money that was taken at a window. Billing is told by a case of its own.
CREATE TABLE visit.payment (
    reference text        PRIMARY KEY,
    visit_id  bigint      NOT NULL REFERENCES visit.visit,
    till_id   bigint      NOT NULL REFERENCES visit.till,
    line_id   text        NOT NULL,
    currency  text        NOT NULL,
    minor     bigint      NOT NULL CHECK (minor > 0),
    method    text        NOT NULL CHECK (method IN ('cash', 'card')),
    taken_by  text        NOT NULL,
    taken_at  timestamptz NOT NULL,
    -- When billing had noted it, and what it calls it.
    noted_at  timestamptz,
    noted_as  text
);
-- Nobody pays for a line while another payment for it is on its way.
CREATE UNIQUE INDEX payment_under_way ON visit.payment (line_id) WHERE noted_at IS NULL;
CREATE INDEX payment_of_visit ON visit.payment (visit_id);
CREATE INDEX payment_of_till ON visit.payment (till_id);

GRANT SELECT, INSERT, UPDATE ON visit.till, visit.payment TO ${app};
