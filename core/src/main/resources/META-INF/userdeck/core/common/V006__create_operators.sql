-- presets of one's own; permissions are names with a space between, as in 'audit:read users:read'
create table ud_operator_preset (
    id          varchar(36)   not null,
    name        varchar(80)   not null,
    -- what names look like, so that no two can be taken for each other
    name_key    varchar(255)  not null,
    permissions varchar(8000) not null,
    version     bigint        not null,
    created_at  bigint        not null,
    constraint ud_operator_preset_pk primary key (id),
    constraint ud_operator_preset_name_uq unique (name_key)
);

create table ud_operator (
    id              varchar(36)  not null,
    email           varchar(320) not null,
    email_key       varchar(320) not null,
    -- null until an invitation is accepted, as the password is
    name            varchar(255),
    password_hash   varchar(512),
    -- the name, or else the email, as operators are sorted and searched by
    sort_key        varchar(320) not null,
    -- a built-in one, or null for one of one's own
    preset          varchar(16),
    own_preset_id   varchar(36),
    -- 'all', or 'some': those of ud_operator_tenant, of which there may be none any more
    tenant_scope    varchar(8)   not null,
    status          varchar(16)  not null,
    created_at      bigint       not null,
    last_sign_in_at bigint,
    -- as in 'de', and as in 'Europe/Berlin': null for those of the browser
    language        varchar(35),
    time_zone       varchar(64),
    constraint ud_operator_pk primary key (id),
    constraint ud_operator_email_uq unique (email_key),
    constraint ud_operator_own_preset_fk foreign key (own_preset_id) references ud_operator_preset (id)
);

-- operators by name
create index ud_operator_sort_ix on ud_operator (sort_key, id);

-- who holds a preset
create index ud_operator_own_preset_ix on ud_operator (own_preset_id);

create table ud_operator_tenant (
    operator_id varchar(36) not null,
    tenant_id   varchar(64) not null,
    constraint ud_operator_tenant_pk primary key (operator_id, tenant_id),
    constraint ud_operator_tenant_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade,
    constraint ud_operator_tenant_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade
);

-- the operators of a tenant, when it is deleted
create index ud_operator_tenant_tenant_ix on ud_operator_tenant (tenant_id);

create table ud_operator_session (
    token_hash   varchar(64) not null,
    -- what it is named by in lists: not the hash, by which it is found
    id           varchar(36) not null,
    operator_id  varchar(36) not null,
    created_at   bigint      not null,
    last_used_at bigint      not null,
    expires_at   bigint      not null,
    -- when the operator last gave the password in it, and the code with it
    proved_at    bigint      not null,
    -- when a second factor was first given in it, or added; null before that
    second_factor_at bigint,
    -- the secret of a factor that is being set up in it, encrypted
    new_factor   varchar(512),
    ip           varchar(45),
    user_agent   varchar(512),
    constraint ud_operator_session_pk primary key (token_hash),
    constraint ud_operator_session_id_uq unique (id),
    constraint ud_operator_session_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);

-- all sessions of one operator
create index ud_operator_session_operator_ix on ud_operator_session (operator_id);

-- the sweep of ended sessions
create index ud_operator_session_expires_ix on ud_operator_session (expires_at);

-- browsers that operators have signed in by, to tell them of a new one: only a hash of the operator and what the browser says it is
create table ud_operator_device (
    device_hash  varchar(64) not null,
    operator_id  varchar(36) not null,
    last_used_at bigint      not null,
    constraint ud_operator_device_pk primary key (device_hash),
    constraint ud_operator_device_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);

-- all browsers of one operator
create index ud_operator_device_operator_ix on ud_operator_device (operator_id);

-- the sweep of those that were not used for long
create index ud_operator_device_used_ix on ud_operator_device (last_used_at);

-- links by which operators accept an invitation or choose a new password: only the hash of what they carry
create table ud_operator_token (
    token_hash  varchar(64) not null,
    operator_id varchar(36) not null,
    expires_at  bigint      not null,
    constraint ud_operator_token_pk primary key (token_hash),
    constraint ud_operator_token_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);

-- the links of one operator
create index ud_operator_token_operator_ix on ud_operator_token (operator_id);

-- the sweep of those that are too old
create index ud_operator_token_expires_ix on ud_operator_token (expires_at);

-- the one row that is locked by who changes what an operator may: rights are compared, and owners counted, one at a time
create table ud_operator_lock (
    id varchar(8) not null,
    constraint ud_operator_lock_pk primary key (id)
);

insert into ud_operator_lock (id) values ('one');

-- at most one row: slot is always 'first'
create table ud_setup_token (
    slot       varchar(8)  not null,
    token_hash varchar(64) not null,
    expires_at bigint      not null,
    constraint ud_setup_token_pk primary key (slot)
);
