-- no foreign keys: events outlive what they are about
create table ud_audit_event (
    id          varchar(36) not null,
    happened_at bigint      not null,
    action      varchar(64) not null,
    actor_kind  varchar(16) not null,
    actor_id    varchar(128),
    actor_name  varchar(255),
    ip          varchar(45),
    user_id     varchar(128),
    tenant_id   varchar(64),
    target      varchar(255),
    constraint ud_audit_event_pk primary key (id)
);

-- the events about one user, newest first; ids grow with time
create index ud_audit_event_user_ix on ud_audit_event (user_id, id);

-- the events of one tenant, newest first
create index ud_audit_event_tenant_ix on ud_audit_event (tenant_id, id);

-- what one actor did: blanked when that user is deleted
create index ud_audit_event_actor_ix on ud_audit_event (actor_id, id);

-- the tenants of an event that is in several; of one that is in a single tenant, its row says which. The key is the events of
-- a tenant, newest first
create table ud_audit_tenant (
    tenant_id   varchar(64) not null,
    happened_at bigint      not null,
    event_id    varchar(36) not null,
    constraint ud_audit_tenant_pk primary key (tenant_id, happened_at, event_id),
    constraint ud_audit_tenant_event_fk foreign key (event_id) references ud_audit_event (id) on delete cascade
);

-- the tenants of an event
create index ud_audit_tenant_of_event_ix on ud_audit_tenant (event_id, tenant_id);

create table ud_audit_change (
    event_id     varchar(36) not null,
    field        varchar(64) not null,
    before_value varchar(1000),
    after_value  varchar(1000),
    constraint ud_audit_change_pk primary key (event_id, field),
    constraint ud_audit_change_event_fk foreign key (event_id) references ud_audit_event (id) on delete cascade
);
