-- What was promised and when it came, for the figures that everybody may see.
ALTER TABLE cancellation.request
    -- The day that was agreed, and when the network let go of the line.
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN line_ended_at timestamptz,
    -- Where something goes back: until when, and when it arrived.
    ADD COLUMN refund_by timestamptz,
    ADD COLUMN refund_arrived_at timestamptz;
CREATE INDEX request_ended ON cancellation.request (ended_at) WHERE ending = 'completed';

GRANT UPDATE (ends_at, line_ended_at, refund_by, refund_arrived_at)
    ON cancellation.request TO ${app};
