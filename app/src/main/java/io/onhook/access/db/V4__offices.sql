-- The offices at which a member of staff works; all of them where none is named.
ALTER TABLE access.staff ADD COLUMN offices text[] NOT NULL DEFAULT '{}';
