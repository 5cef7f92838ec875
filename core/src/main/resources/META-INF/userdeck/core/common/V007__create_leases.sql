-- which node does a background job just now
create table ud_lease (
    job     varchar(64) not null,
    holder  varchar(36) not null,
    ends_at bigint      not null,
    constraint ud_lease_pk primary key (job)
);
