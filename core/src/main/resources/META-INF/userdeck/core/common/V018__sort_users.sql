-- What the list is sorted by, without regard to case and accents: the name, or what is shown in its place; and the email.
-- Users who are there already get theirs from the queue of V019.
alter table ud_user add column name_key varchar(255) default '' not null;

alter table ud_user add column email_key varchar(320) default '' not null;

-- the users list by each of its orders
create index ud_user_seen_ix on ud_user (last_seen_at, id);

create index ud_user_name_ix on ud_user (name_key, id);

create index ud_user_email_ix on ud_user (email_key, id);

-- the users of one status, newest or oldest first
create index ud_user_status_ix on ud_user (status, joined_at, id);

-- the same of the user, so that the list of one tenant is read along an index, too
alter table ud_user_tenant add column last_seen_at bigint default 0 not null;

alter table ud_user_tenant add column name_key varchar(255) default '' not null;

alter table ud_user_tenant add column email_key varchar(320) default '' not null;

update ud_user_tenant set last_seen_at = (select u.last_seen_at from ud_user u where u.id = ud_user_tenant.user_id);

create index ud_user_tenant_seen_ix on ud_user_tenant (tenant_id, last_seen_at, user_id);

create index ud_user_tenant_name_ix on ud_user_tenant (tenant_id, name_key, user_id);

create index ud_user_tenant_email_ix on ud_user_tenant (tenant_id, email_key, user_id);

-- the users of a way to sign in, or of a provider
create index ud_login_method_kind_ix on ud_login_method (kind, provider, user_id);
