create table ud_session (
    handle          varchar(36)  not null,
    selector        varchar(32)  not null,
    secret_hash     varchar(64)  not null,
    user_id         varchar(128) not null,
    tenant_id       varchar(64)  not null,
    method          varchar(64)  not null,
    created_at      bigint       not null,
    last_used_at    bigint       not null,
    expires_at      bigint       not null,
    ip              varchar(45),
    user_agent      varchar(512),
    -- the secret before the current one, null while there was none
    previous_hash   varchar(64),
    -- of the part of the secret that stays the same: tells a secret of before from a guess
    lineage_hash    varchar(64),
    -- when the current secret was made, null for the first
    rotated_at      bigint,
    -- when the current secret was first seen, null until then
    current_used_at bigint,
    -- what the host wants operators to see beside a session, null for nothing
    host_data       varchar(1000),
    constraint ud_session_pk primary key (handle),
    constraint ud_session_selector_uq unique (selector),
    -- a member who leaves a tenant loses the sessions there
    constraint ud_session_member_fk foreign key (user_id, tenant_id)
        references ud_user_tenant (user_id, tenant_id) on delete cascade
);

-- a user's sessions, newest first
create index ud_session_user_ix on ud_session (user_id, created_at, handle);

-- the sessions of one tenant: counted and ended together
create index ud_session_tenant_ix on ud_session (tenant_id, handle);

-- the sweep of ended sessions
create index ud_session_expires_ix on ud_session (expires_at);
