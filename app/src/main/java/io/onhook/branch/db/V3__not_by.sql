-- Clerks who handed this ticket to a colleague: it is not called to their windows any more.
ALTER TABLE branch.ticket ADD COLUMN not_by text[] NOT NULL DEFAULT '{}';
