-- without a foreign key to users: the recipe's listener looks after them
create table visits (
    visitor   varchar(128) not null,
    tenant_id varchar(64)  not null,
    constraint visits_pk primary key (visitor, tenant_id),
    constraint visits_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade
);
