-- Which code confirmed which request: none ever confirms two.
CREATE TABLE cancellation.confirmation (
    id        text PRIMARY KEY,
    reference text NOT NULL
);
GRANT SELECT, INSERT ON cancellation.confirmation TO ${app};
