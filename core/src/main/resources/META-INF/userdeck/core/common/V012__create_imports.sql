-- how far each import has come, written in the transaction of each batch
create table ud_import (
    name           varchar(64) not null,
    rows_done      bigint      not null,
    users_created  bigint      not null,
    users_updated  bigint      not null,
    rows_unchanged bigint      not null,
    rows_refused   bigint      not null,
    -- of all rows so far: tells another file
    digest         varchar(64) not null,
    finished       integer     not null,
    purge_at       bigint      not null,
    constraint ud_import_pk primary key (name)
);

-- the sweep of those that nobody will go on with
create index ud_import_purge_ix on ud_import (purge_at);
