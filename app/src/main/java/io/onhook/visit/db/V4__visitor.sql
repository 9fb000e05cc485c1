-- Who stands at the window: the holder, or somebody in their place. The last one said counts.
CREATE TABLE visit.visitor (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    visit_id   bigint      NOT NULL REFERENCES visit.visit,
    line_id    text        NOT NULL,
    acting     text        NOT NULL CHECK (acting IN ('holder', 'agent', 'heir', 'company', 'guardian')),
    -- Name and document of who acts for somebody else, sealed; nothing for the holder.
    sealed_key text,
    sealed_box text,
    said_by    text        NOT NULL,
    said_at    timestamptz NOT NULL,
    CHECK ((acting = 'holder') = (sealed_key IS NULL))
);
CREATE INDEX visitor_of_visit ON visit.visitor (visit_id);

GRANT SELECT, INSERT ON visit.visitor TO ${app};
