-- which node does a background task just now
create table ud_lease (
    task       varchar(64) not null,
    holder     varchar(36) not null,
    expires_at bigint      not null,
    constraint ud_lease_pk primary key (task)
);
