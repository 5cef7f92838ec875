-- as the common script, but for the collation: see docs/adr/0003
-- the secret before the current one, null while there was none
alter table ud_session add column previous_hash varchar(64) collate "C";

-- of the part of the secret that stays the same: tells a secret of before from a guess
alter table ud_session add column lineage_hash varchar(64) collate "C";

-- when the current secret was made, null for the first
alter table ud_session add column rotated_at bigint;

-- when the current secret was first seen, null until then
alter table ud_session add column current_used_at bigint;
