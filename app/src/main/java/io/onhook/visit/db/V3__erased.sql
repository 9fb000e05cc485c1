-- When it is looked at next whether its time is over; null once what was sealed is erased.
ALTER TABLE visit.visit ADD COLUMN look_at timestamptz;
UPDATE visit.visit SET look_at = began_at + interval '31 days';
CREATE INDEX visit_to_look_at ON visit.visit (look_at) WHERE look_at IS NOT NULL;
