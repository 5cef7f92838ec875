-- as the common script, but for the collation: see docs/adr/0003
-- the part of the action before the dot, so that all events of one component are a range of an index
alter table ud_audit_event add column component varchar(64) collate "C" default '' not null;

update ud_audit_event set component = substring(action, 1, position('.' in action) - 1) where position('.' in action) > 1;

-- what the client said it was, null when not known
alter table ud_audit_event add column device varchar(255) collate "C";

-- Ids grow with time, so happened_at says nothing new here. It keeps an engine from walking along the primary key
-- instead, which it may take for cheaper and which is a full scan when what it looks for is old.
drop index ud_audit_event_user_ix;

drop index ud_audit_event_tenant_ix;

drop index ud_audit_event_actor_ix;

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
