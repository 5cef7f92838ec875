-- no foreign keys: events outlive what they are about
create table ud_audit_event (
    id          varchar(36)            not null,
    happened_at bigint                 not null,
    action      varchar(64)            not null,
    -- the part of the action before the dot, so that all events of one component are a range of an index
    component   varchar(64) default '' not null,
    actor_kind  varchar(16)            not null,
    actor_id    varchar(128),
    actor_name  varchar(255),
    ip          varchar(45),
    -- what the client said it was, null when not known
    user_agent  varchar(255),
    user_id     varchar(128),
    tenant_id   varchar(64),
    target      varchar(255),
    constraint ud_audit_event_pk primary key (id)
);

-- Ids grow with time, so happened_at says nothing new here. It keeps an engine from walking along the primary key
-- instead, which it may take for cheaper and which is a full scan when what it looks for is old.

-- the events about one user, newest first
create index ud_audit_event_of_user_ix on ud_audit_event (user_id, happened_at, id);

-- the events of one tenant, newest first
create index ud_audit_event_of_tenant_ix on ud_audit_event (tenant_id, happened_at, id);

-- what one actor did, newest first; also what is blanked when that user is deleted
create index ud_audit_event_of_actor_ix on ud_audit_event (actor_id, happened_at, id);

-- the events of one action, newest first
create index ud_audit_event_of_action_ix on ud_audit_event (action, happened_at, id);

-- the events of one component, newest first
create index ud_audit_event_of_component_ix on ud_audit_event (component, happened_at, id);

-- what operators did, or strangers, newest first
create index ud_audit_event_of_kind_ix on ud_audit_event (actor_kind, happened_at, id);

-- the tenants of an event that is in several; of one that is in a single tenant, its row says which. The key is the events of
-- a tenant, newest first
create table ud_audit_event_tenant (
    tenant_id   varchar(64) not null,
    happened_at bigint      not null,
    event_id    varchar(36) not null,
    constraint ud_audit_event_tenant_pk primary key (tenant_id, happened_at, event_id),
    constraint ud_audit_event_tenant_event_fk foreign key (event_id) references ud_audit_event (id) on delete cascade
);

-- the tenants of an event
create index ud_audit_event_tenant_event_ix on ud_audit_event_tenant (event_id, tenant_id);

create table ud_audit_event_change (
    event_id     varchar(36) not null,
    field        varchar(64) not null,
    before_value varchar(1000),
    after_value  varchar(1000),
    constraint ud_audit_event_change_pk primary key (event_id, field),
    constraint ud_audit_event_change_event_fk foreign key (event_id) references ud_audit_event (id) on delete cascade
);
