create table ud_tenant (
    id         varchar(64)  not null,
    name       varchar(255) not null,
    created_at bigint       not null,
    constraint ud_tenant_pk primary key (id)
);
