create table acme_limit (
    tenant_id varchar(64) not null,
    seats     int         not null,
    constraint acme_limit_pk primary key (tenant_id),
    constraint acme_limit_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade
);
