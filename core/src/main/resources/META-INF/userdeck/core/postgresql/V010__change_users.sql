-- as the common script, but for the collation: see docs/adr/0003
-- why, until when (0: without an end), since when and by whom a user may not sign in; read while the status says so
alter table ud_user add column suspended_reason varchar(500) collate "C" default '' not null;

alter table ud_user add column suspended_until bigint default 0 not null;

alter table ud_user add column suspended_at bigint default 0 not null;

alter table ud_user add column suspended_by varchar(255) collate "C" default '' not null;

-- of a method that signs in by messages to a phone
alter table ud_login_method add column phone varchar(32) collate "C" default '' not null;
