-- '' and 0 stand for "none" where a column is a sort key: a row comparison with null drops rows
create table ud_user (
    id               varchar(128)            not null,
    name             varchar(255)            not null,
    email            varchar(320)            not null,
    phone            varchar(32)             not null,
    external_id      varchar(255),
    -- what the list is sorted by, without regard to case and accents: the name, or what is shown in its place; and the email
    name_key         varchar(255) default '' not null,
    email_key        varchar(320) default '' not null,
    status           varchar(16)             not null,
    -- why, until when (0: without an end), since when and by whom a user may not sign in; read while the status says so
    suspended_reason varchar(500) default '' not null,
    suspended_until  bigint       default 0  not null,
    suspended_at     bigint       default 0  not null,
    suspended_by     varchar(255) default '' not null,
    joined_at        bigint                  not null,
    last_seen_at     bigint                  not null,
    -- 1 while that time is what a file said, 0 once the user was seen here
    last_seen_imported bigint      default 0 not null,
    version          bigint                  not null,
    constraint ud_user_pk primary key (id)
);

-- search by the beginning of an external id; unique is it per tenant, among the identifiers
create index ud_user_external_id_ix on ud_user (external_id);

-- the users list by each of its orders
create index ud_user_joined_ix on ud_user (joined_at, id);

create index ud_user_seen_ix on ud_user (last_seen_at, id, last_seen_imported);

create index ud_user_name_ix on ud_user (name_key, id);

create index ud_user_email_ix on ud_user (email_key, id);

-- the users of one status, newest or oldest first
create index ud_user_status_ix on ud_user (status, joined_at, id);

-- but for the ids all columns are the user's, so that the list of one tenant is read along an index, too
create table ud_user_tenant (
    user_id      varchar(128)            not null,
    tenant_id    varchar(64)             not null,
    joined_at    bigint                  not null,
    last_seen_at bigint       default 0  not null,
    last_seen_imported bigint default 0  not null,
    name_key     varchar(255) default '' not null,
    email_key    varchar(320) default '' not null,
    constraint ud_user_tenant_pk primary key (user_id, tenant_id),
    constraint ud_user_tenant_user_fk foreign key (user_id) references ud_user (id) on delete cascade,
    constraint ud_user_tenant_tenant_fk foreign key (tenant_id) references ud_tenant (id)
);

-- the users list of one tenant by each of its orders
create index ud_user_tenant_joined_ix on ud_user_tenant (tenant_id, joined_at, user_id);

create index ud_user_tenant_seen_ix on ud_user_tenant (tenant_id, last_seen_at, user_id, last_seen_imported);

create index ud_user_tenant_name_ix on ud_user_tenant (tenant_id, name_key, user_id);

create index ud_user_tenant_email_ix on ud_user_tenant (tenant_id, email_key, user_id);

-- what must be unique in a tenant: the primary key decides, never a select before
create table ud_identifier (
    tenant_id  varchar(64)  not null,
    kind       varchar(16)  not null,
    identifier varchar(320) not null,
    user_id    varchar(128) not null,
    constraint ud_identifier_pk primary key (tenant_id, kind, identifier),
    constraint ud_identifier_member_fk foreign key (user_id, tenant_id)
        references ud_user_tenant (user_id, tenant_id) on delete cascade
);

-- the identifiers of one user
create index ud_identifier_user_ix on ud_identifier (user_id, tenant_id);
