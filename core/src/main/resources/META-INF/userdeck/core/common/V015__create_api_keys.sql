-- keys by which programs call the API of the dashboard
create table ud_api_key (
    id           varchar(36)   not null,
    name         varchar(80)   not null,
    -- what names are searched by
    name_key     varchar(255)  not null,
    -- names with a space between, as in 'audit:read users:read'
    permissions  varchar(8000) not null,
    -- 'all', or 'some': those of ud_api_key_tenant, of which there may be none any more
    tenant_scope varchar(8)    not null,
    -- who made it; no foreign key: a key outlives its maker
    creator_kind varchar(16)   not null,
    creator_id   varchar(128),
    creator_name varchar(255),
    creator_key  varchar(320)  not null,
    created_at   bigint        not null,
    revoked_at   bigint,
    purge_at     bigint        not null,
    constraint ud_api_key_pk primary key (id)
);

-- the sweep of keys that are long over
create index ud_api_key_purge_ix on ud_api_key (purge_at);

create table ud_api_key_tenant (
    key_id    varchar(36) not null,
    tenant_id varchar(64) not null,
    constraint ud_api_key_tenant_pk primary key (key_id, tenant_id),
    constraint ud_api_key_tenant_key_fk foreign key (key_id) references ud_api_key (id) on delete cascade,
    constraint ud_api_key_tenant_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade
);

-- the keys of a tenant, when it is deleted
create index ud_api_key_tenant_tenant_ix on ud_api_key_tenant (tenant_id);

-- what a key is proved by: one, or two after it was rotated; only the hash of it
create table ud_api_key_secret (
    token_hash   varchar(64) not null,
    key_id       varchar(36) not null,
    -- what the secret begins with, to tell it by
    prefix       varchar(16) not null,
    created_at   bigint      not null,
    expires_at   bigint      not null,
    last_used_at bigint,
    constraint ud_api_key_secret_pk primary key (token_hash),
    constraint ud_api_key_secret_key_fk foreign key (key_id) references ud_api_key (id) on delete cascade
);

-- the secrets of a key
create index ud_api_key_secret_key_ix on ud_api_key_secret (key_id);
