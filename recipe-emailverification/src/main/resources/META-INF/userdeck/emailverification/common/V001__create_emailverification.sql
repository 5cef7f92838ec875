-- addresses that a user has proved to read; they stay when the user's address changes, and count again when it changes back
create table ud_emailverification_address (
    user_id     varchar(128) not null,
    email_key   varchar(320) not null,
    verified_at bigint       not null,
    constraint ud_emailverification_address_pk primary key (user_id, email_key),
    constraint ud_emailverification_address_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- links that were sent, and how often of late; only the hash of what they carry
create table ud_emailverification_token (
    token_hash varchar(64)  not null,
    user_id    varchar(128) not null,
    email_key  varchar(320) not null,
    created_at bigint       not null,
    expires_at bigint       not null,
    constraint ud_emailverification_token_pk primary key (token_hash),
    constraint ud_emailverification_token_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- the links of one user, newest first
create index ud_emailverification_token_ix on ud_emailverification_token (user_id, email_key, created_at);
