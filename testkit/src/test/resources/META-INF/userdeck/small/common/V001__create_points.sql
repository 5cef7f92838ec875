-- whatever the tenant
create table points_of_users (
    user_id varchar(128) not null,
    points  int          not null,
    constraint points_of_users_pk primary key (user_id),
    constraint points_of_users_fk foreign key (user_id) references ud_user (id) on delete cascade
);
