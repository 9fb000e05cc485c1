ALTER TABLE worklist.item
    -- By what the case tells its work apart, for example how it came in.
    ADD COLUMN label text NOT NULL DEFAULT '',
    -- Until when it waits for somebody who is no staff; null while it is staff's.
    ADD COLUMN waiting_until timestamptz,
    -- Each time something new comes in, all is said anew.
    ADD COLUMN round integer NOT NULL DEFAULT 1;

ALTER TABLE worklist.verdict ADD COLUMN round integer NOT NULL DEFAULT 1;
ALTER TABLE worklist.verdict DROP CONSTRAINT verdict_pkey;
ALTER TABLE worklist.verdict ADD PRIMARY KEY (item, round, staff);
