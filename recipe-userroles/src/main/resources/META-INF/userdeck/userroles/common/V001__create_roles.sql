-- name_key is the name folded for sorting and searching, look_key what it looks like, which no two share; '' stands for no
-- description
create table ud_userroles_role (
    name        varchar(255)     not null,
    name_key    varchar(255)     not null,
    look_key    varchar(255)     not null,
    description varchar(1000)    not null,
    -- grows with each change, so that no change is lost
    version     bigint default 1 not null,
    created_at  bigint           not null,
    -- 0 for a role that has not changed since it was created
    changed_at  bigint default 0 not null,
    constraint ud_userroles_role_pk primary key (name),
    constraint ud_userroles_role_look_uq unique (look_key)
);

-- the page of roles, and the search by the beginning of a name
create index ud_userroles_role_key_ix on ud_userroles_role (name_key, name);

create table ud_userroles_permission (
    role       varchar(255) not null,
    permission varchar(255) not null,
    constraint ud_userroles_permission_pk primary key (role, permission),
    constraint ud_userroles_permission_role_fk foreign key (role) references ud_userroles_role (name) on delete cascade
);

-- the roles that give a permission
create index ud_userroles_permission_ix on ud_userroles_permission (permission, role);

-- the primary key serves the roles of one user and the check of a permission
create table ud_userroles_assignment (
    user_id     varchar(128) not null,
    tenant_id   varchar(64)  not null,
    role        varchar(255) not null,
    assigned_at bigint       not null,
    constraint ud_userroles_assignment_pk primary key (user_id, tenant_id, role),
    -- a member who leaves a tenant loses the roles there
    constraint ud_userroles_assignment_member_fk foreign key (user_id, tenant_id)
        references ud_user_tenant (user_id, tenant_id) on delete cascade,
    constraint ud_userroles_assignment_role_fk foreign key (role) references ud_userroles_role (name)
);

-- the holders of one role
create index ud_userroles_assignment_role_ix on ud_userroles_assignment (role, user_id, tenant_id);
