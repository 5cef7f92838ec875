-- how many rows of visits there are, so that nobody has to count
create table visitors (
    tenant_id varchar(64) not null,
    amount    int         not null,
    constraint visitors_pk primary key (tenant_id),
    constraint visitors_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade
);
