create table ud_userroles_user_role (
    user_id varchar(128) not null,
    role    varchar(64)  not null,
    constraint ud_userroles_user_role_pk primary key (user_id, role),
    constraint ud_userroles_user_role_user_fk foreign key (user_id) references ud_user (id)
);
