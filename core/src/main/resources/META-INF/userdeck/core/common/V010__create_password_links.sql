-- links by which users choose a password: only the hash of what they carry; message_kind is that of the mail they went out
-- by, or '' when they were handed over: then their use proves no address
create table ud_password_token (
    token_hash   varchar(64)  not null,
    user_id      varchar(128) not null,
    email_key    varchar(320) not null,
    message_kind varchar(32)  not null,
    created_at   bigint       not null,
    expires_at   bigint       not null,
    constraint ud_password_token_pk primary key (token_hash),
    constraint ud_password_token_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- the links of one user, and how many of late
create index ud_password_token_user_ix on ud_password_token (user_id, created_at);

-- the sweep of those that are too old
create index ud_password_token_expires_ix on ud_password_token (expires_at);

-- who forgot a password, until it was looked up whether there is such a user
create table ud_password_request (
    id         varchar(36)  not null,
    tenant_id  varchar(64)  not null,
    email_key  varchar(320) not null,
    ip         varchar(45),
    user_agent varchar(512),
    -- what the browser reads, best first, as in 'de-AT,en'
    languages  varchar(255),
    constraint ud_password_request_pk primary key (id)
);
