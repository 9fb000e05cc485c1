-- The case that a call is about, if it is about one, and when it is looked at next whether the
-- call's time is over; null once what it sealed is erased.
ALTER TABLE call.call ADD COLUMN reference text, ADD COLUMN look_at timestamptz;
UPDATE call.call c
   SET look_at = began_at + interval '1 day',
       reference = (SELECT max(reference) FROM call.consent WHERE call = c.id);
CREATE INDEX call_to_look_at ON call.call (look_at) WHERE look_at IS NOT NULL;
GRANT UPDATE (named, reference, look_at) ON call.call TO ${app};

-- The same for call-backs.
ALTER TABLE call.call_back ADD COLUMN look_at timestamptz;
UPDATE call.call_back SET look_at = due_at;
CREATE INDEX call_back_to_look_at ON call.call_back (look_at) WHERE look_at IS NOT NULL;
GRANT UPDATE (digest, look_at) ON call.call_back TO ${app};

CREATE INDEX failure_since ON call.failure (since);
