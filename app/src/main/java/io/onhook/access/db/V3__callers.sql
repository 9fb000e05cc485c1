ALTER TABLE access.code DROP CONSTRAINT code_purpose_check;
ALTER TABLE access.code
    ADD CONSTRAINT code_purpose_check CHECK (purpose IN ('sign-in', 'contact', 'step-up', 'caller'));
