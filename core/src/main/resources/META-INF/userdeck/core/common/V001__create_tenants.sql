create table ud_tenant (
    id          varchar(64)             not null,
    name        varchar(255)            not null,
    -- the name as it is sorted and searched by, without regard to case
    name_key    varchar(255) default '' not null,
    -- the ways to sign in that are switched off, each between commas as in ',password,external,'; '' for none
    methods_off varchar(255) default '' not null,
    created_at  bigint                  not null,
    constraint ud_tenant_pk primary key (id)
);

-- the tenants by name
create index ud_tenant_name_ix on ud_tenant (name_key, id);
