-- A clerk who said that they know the visitor: they serve neither this ticket nor this holder.
CREATE TABLE visit.conflict (
    ticket_id   bigint      NOT NULL,
    staff       text        NOT NULL,
    -- The registered holder, where a line was taken up by then.
    party_id    text,
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, staff)
);
CREATE INDEX conflict_of_holder ON visit.conflict (staff, party_id) WHERE party_id IS NOT NULL;

GRANT SELECT, INSERT ON visit.conflict TO ${app};
