-- The holder's words are gone: their key is destroyed. Amount and decision stay.
ALTER TABLE dispute.charge ADD COLUMN erased_at timestamptz;
CREATE INDEX charge_to_erase ON dispute.charge (decided_at) WHERE erased_at IS NULL;

GRANT UPDATE (erased_at) ON dispute.charge TO ${app};
