create table ud_login_method (
    id         varchar(36)            not null,
    user_id    varchar(128)           not null,
    kind       varchar(16)            not null,
    email      varchar(320)           not null,
    -- of a method that signs in by messages to a phone
    phone      varchar(32) default '' not null,
    provider   varchar(64)            not null,
    subject    varchar(255)           not null,
    created_at bigint                 not null,
    constraint ud_login_method_pk primary key (id),
    constraint ud_login_method_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- the login methods of a page of users
create index ud_login_method_user_ix on ud_login_method (user_id, created_at);

-- the users of a way to sign in, or of a provider
create index ud_login_method_kind_ix on ud_login_method (kind, provider, user_id);

-- apart from the methods, so that no read of users touches a hash
create table ud_password (
    login_method_id varchar(36)  not null,
    hash            varchar(512) not null,
    changed_at      bigint       not null,
    constraint ud_password_pk primary key (login_method_id),
    constraint ud_password_method_fk foreign key (login_method_id) references ud_login_method (id) on delete cascade
);
