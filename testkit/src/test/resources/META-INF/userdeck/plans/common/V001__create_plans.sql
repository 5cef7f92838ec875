create table acme_plan (
    id      varchar(64)  not null,
    name    varchar(255) not null,
    version bigint       not null,
    constraint acme_plan_pk primary key (id)
);
