create table ud_session (
    handle       varchar(36)  not null,
    selector     varchar(32)  not null,
    secret_hash  varchar(64)  not null,
    user_id      varchar(128) not null,
    tenant_id    varchar(64)  not null,
    method       varchar(64)  not null,
    created_at   bigint       not null,
    last_used_at bigint       not null,
    expires_at   bigint       not null,
    ip           varchar(45),
    user_agent   varchar(512),
    constraint ud_session_pk primary key (handle),
    constraint ud_session_selector_uq unique (selector),
    -- a member who leaves a tenant loses the sessions there
    constraint ud_session_member_fk foreign key (user_id, tenant_id)
        references ud_user_tenant (user_id, tenant_id) on delete cascade
);

-- a user's sessions, newest first
create index ud_session_user_ix on ud_session (user_id, created_at, handle);

-- the sweep of ended sessions
create index ud_session_expires_ix on ud_session (expires_at);
