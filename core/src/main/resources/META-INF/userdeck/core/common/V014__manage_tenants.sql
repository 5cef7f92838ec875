-- the name as it is sorted and searched by, without regard to case
alter table ud_tenant add column name_key varchar(255) default '' not null;

update ud_tenant set name_key = lower(name);

-- the ways to sign in that are switched off, each between commas as in ',password,external,'; '' for none
alter table ud_tenant add column methods_off varchar(255) default '' not null;

-- the tenants by name
create index ud_tenant_name_ix on ud_tenant (name_key, id);

-- the sessions of one tenant: counted and ended together
create index ud_session_tenant_ix on ud_session (tenant_id, handle);
