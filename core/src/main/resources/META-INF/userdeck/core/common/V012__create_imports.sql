-- how far each import has come, written in the transaction of each batch
create table ud_import (
    name               varchar(64) not null,
    rows_done          bigint      not null,
    users_created      bigint      not null,
    users_updated      bigint      not null,
    rows_unchanged     bigint      not null,
    rows_refused       bigint      not null,
    noted_suspended    bigint      not null,
    noted_activated    bigint      not null,
    kept_password_hash bigint      not null,
    kept_joined_at     bigint      not null,
    kept_last_seen_at  bigint      not null,
    -- of all rows so far: tells another file
    digest             varchar(64) not null,
    finished           integer     not null,
    purge_at           bigint      not null,
    constraint ud_import_pk primary key (name)
);

-- the sweep of those that nobody will go on with
create index ud_import_purge_ix on ud_import (purge_at);

-- an import that goes on without its operator: how far it has come is written in the transaction of each batch
create table ud_import_job (
    id                 varchar(36)  not null,
    operator_id        varchar(128) not null,
    operator_name      varchar(255) not null,
    -- 'host', 'built_in' or 'api_key'
    operator_kind      varchar(16)  not null,
    file_name          varchar(255) not null,
    format             varchar(16)  not null,
    import_mode        varchar(16)  not null,
    -- where users are who name no tenant; it may be gone
    tenant_id          varchar(64)  not null,
    state              varchar(16)  not null,
    bytes_expected     bigint       not null,
    bytes_received     bigint       not null,
    -- by the check or the run, about
    bytes_read         bigint       not null,
    -- what the check found; -1 before the start
    rows_expected      bigint       not null,
    rows_done          bigint       not null,
    users_created      bigint       not null,
    users_updated      bigint       not null,
    rows_unchanged     bigint       not null,
    rows_refused       bigint       not null,
    noted_suspended    bigint       not null,
    noted_activated    bigint       not null,
    kept_password_hash bigint       not null,
    kept_joined_at     bigint       not null,
    kept_last_seen_at  bigint       not null,
    reasons_kept       bigint       not null,
    -- of all rows so far; empty before the first batch
    digest             varchar(64)  not null,
    -- 1 when the end of the file was reached
    finished           integer      not null,
    -- why it stopped by itself or can't be started; empty for neither
    reason             varchar(500) not null,
    created_at         bigint       not null,
    -- 0 while it isn't over
    ended_at           bigint       not null,
    lease_holder       varchar(36)  not null,
    lease_expires_at   bigint       not null,
    -- when the file has to be gone; far ahead when it is
    file_purge_at      bigint       not null,
    purge_at           bigint       not null,
    constraint ud_import_job_pk primary key (id)
);

-- what is to be gone on with
create index ud_import_job_state_ix on ud_import_job (state, lease_expires_at);

-- the sweep of files
create index ud_import_job_file_ix on ud_import_job (file_purge_at);

-- the sweep of jobs that are long over
create index ud_import_job_purge_ix on ud_import_job (purge_at);

-- the tenants that an import may touch, and the fields that it passes over
create table ud_import_argument (
    job_id  varchar(36)   not null,
    name    varchar(16)   not null,
    ordinal integer       not null,
    content varchar(1000) not null,
    constraint ud_import_argument_pk primary key (job_id, name, ordinal),
    constraint ud_import_argument_job_fk foreign key (job_id) references ud_import_job (id) on delete cascade
);

-- the file of an import, in parts
create table ud_import_chunk (
    job_id     varchar(36)       not null,
    start_byte bigint            not null,
    content    varbinary(262144) not null,
    constraint ud_import_chunk_pk primary key (job_id, start_byte),
    constraint ud_import_chunk_job_fk foreign key (job_id) references ud_import_job (id) on delete cascade
);

-- why a row of the file was refused, or would be; told in the order of the file
create table ud_import_refusal (
    job_id   varchar(36)   not null,
    file_row bigint        not null,
    ordinal  bigint        not null,
    field    varchar(255)  not null,
    code     varchar(64)   not null,
    message  varchar(1000) not null,
    constraint ud_import_refusal_pk primary key (job_id, file_row, ordinal),
    constraint ud_import_refusal_job_fk foreign key (job_id) references ud_import_job (id) on delete cascade
);
