-- How far the sandbox's clock is ahead of the true time; unused outside the sandbox.
CREATE TABLE clock.ahead (
    single       boolean PRIMARY KEY DEFAULT true CHECK (single),
    microseconds bigint  NOT NULL
);
INSERT INTO clock.ahead (microseconds) VALUES (0);

GRANT USAGE ON SCHEMA clock TO ${app};
GRANT SELECT, UPDATE (microseconds) ON clock.ahead TO ${app};
