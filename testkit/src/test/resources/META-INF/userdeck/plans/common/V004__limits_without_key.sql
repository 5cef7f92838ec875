create table acme_limit (
    tenant_id varchar(64) not null,
    seats     int         not null,
    constraint acme_limit_pk primary key (tenant_id)
);
