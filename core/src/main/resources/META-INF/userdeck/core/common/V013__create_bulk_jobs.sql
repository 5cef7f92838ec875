-- one action on many users: how far it has come is written in the transaction of each batch
create table ud_bulk_job (
    id               varchar(36)   not null,
    action           varchar(100)  not null,
    operator_id      varchar(128)  not null,
    operator_name    varchar(255)  not null,
    -- 'host', 'built_in' or 'api_key'
    operator_kind    varchar(16)   not null,
    state            varchar(16)   not null,
    expected         bigint        not null,
    is_exact         integer       not null,
    done             bigint        not null,
    unchanged        bigint        not null,
    refused          bigint        not null,
    -- where the next batch begins; empty at the start
    next_cursor      varchar(4000) not null,
    -- why it stopped by itself; empty if it didn't
    reason           varchar(500)  not null,
    created_at       bigint        not null,
    -- 0 while it isn't over
    ended_at         bigint        not null,
    lease_holder     varchar(36)   not null,
    lease_expires_at bigint        not null,
    purge_at         bigint        not null,
    constraint ud_bulk_job_pk primary key (id)
);

-- what is to be gone on with
create index ud_bulk_job_state_ix on ud_bulk_job (state, lease_expires_at);

-- the sweep of those that are long over
create index ud_bulk_job_purge_ix on ud_bulk_job (purge_at);

-- what a job was asked for: on whom, and how
create table ud_bulk_argument (
    job_id  varchar(36)   not null,
    name    varchar(150)  not null,
    ordinal integer       not null,
    content varchar(1000) not null,
    constraint ud_bulk_argument_pk primary key (job_id, name, ordinal),
    constraint ud_bulk_argument_job_fk foreign key (job_id) references ud_bulk_job (id) on delete cascade
);

-- whom a job did it to, but for deletions; the user may be gone by now
create table ud_bulk_done (
    job_id  varchar(36)  not null,
    user_id varchar(128) not null,
    constraint ud_bulk_done_pk primary key (job_id, user_id),
    constraint ud_bulk_done_job_fk foreign key (job_id) references ud_bulk_job (id) on delete cascade
);

-- whom a job didn't do it to; the user may be gone
create table ud_bulk_refusal (
    job_id  varchar(36)  not null,
    ordinal bigint       not null,
    user_id varchar(128) not null,
    code    varchar(64)  not null,
    reason  varchar(500) not null,
    constraint ud_bulk_refusal_pk primary key (job_id, ordinal),
    constraint ud_bulk_refusal_job_fk foreign key (job_id) references ud_bulk_job (id) on delete cascade
);
