create table acme_subscription (
    user_id   varchar(128) not null,
    tenant_id varchar(64)  not null,
    plan_id   varchar(64)  not null,
    constraint acme_subscription_pk primary key (user_id, tenant_id, plan_id),
    constraint acme_subscription_plan_fk foreign key (plan_id) references acme_plan (id),
    constraint acme_subscription_tenant_fk foreign key (tenant_id) references ud_tenant (id) on delete cascade,
    constraint acme_subscription_member_fk foreign key (user_id, tenant_id) references ud_user_tenant (user_id, tenant_id) on delete cascade
);
