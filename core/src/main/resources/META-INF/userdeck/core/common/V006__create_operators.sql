create table ud_operator (
    id            varchar(36)  not null,
    email         varchar(320) not null,
    email_key     varchar(320) not null,
    name          varchar(255) not null,
    password_hash varchar(512) not null,
    preset        varchar(16)  not null,
    status        varchar(16)  not null,
    created_at    bigint       not null,
    constraint ud_operator_pk primary key (id),
    constraint ud_operator_email_uq unique (email_key)
);

create table ud_operator_session (
    token_hash   varchar(64) not null,
    operator_id  varchar(36) not null,
    created_at   bigint      not null,
    last_used_at bigint      not null,
    expires_at   bigint      not null,
    ip           varchar(45),
    constraint ud_operator_session_pk primary key (token_hash),
    constraint ud_operator_session_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);

-- all sessions of one operator
create index ud_operator_session_operator_ix on ud_operator_session (operator_id);

-- the sweep of ended sessions
create index ud_operator_session_expires_ix on ud_operator_session (expires_at);

-- at most one row: slot is always 'first'
create table ud_setup_token (
    slot       varchar(8)  not null,
    token_hash varchar(64) not null,
    expires_at bigint      not null,
    constraint ud_setup_token_pk primary key (slot)
);
