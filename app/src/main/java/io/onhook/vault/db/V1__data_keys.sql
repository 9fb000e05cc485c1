-- One data key for each thing that is to be erased on its own day. It stands here only wrapped by
-- the master key, which never enters the database.
CREATE TABLE vault.data_key (
  name         text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 120),
  wrapped      bytea,
  made_at      timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

-- Which master key wraps them, told by a fingerprint: a start with another one is refused, before
-- it makes keys that nobody can open.
CREATE TABLE vault.master_key (
  only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fingerprint   text NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now()
);

-- A data key changes once: it is destroyed. It is never replaced, and never comes back.
CREATE FUNCTION vault.only_destroy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.destroyed_at IS NOT NULL OR NEW.wrapped IS NOT NULL
      OR NEW.name <> OLD.name OR NEW.made_at <> OLD.made_at THEN
    RAISE EXCEPTION 'The data key % can only be destroyed', OLD.name
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER only_destroy BEFORE UPDATE ON vault.data_key
  FOR EACH ROW EXECUTE FUNCTION vault.only_destroy();

GRANT USAGE ON SCHEMA vault TO ${app};
GRANT SELECT, INSERT ON vault.data_key, vault.master_key TO ${app};
GRANT UPDATE (wrapped, destroyed_at) ON vault.data_key TO ${app};
