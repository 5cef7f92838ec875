-- grows with each change, so that no change is lost
alter table ud_userroles_role add column version bigint default 1 not null;

-- 0 for a role that has not changed since it was created
alter table ud_userroles_role add column changed_at bigint default 0 not null;
