-- as the common script, but for the collation: see docs/adr/0003
-- what the host wants operators to see beside a session, null for nothing
alter table ud_session add column host_data varchar(1000) collate "C";
