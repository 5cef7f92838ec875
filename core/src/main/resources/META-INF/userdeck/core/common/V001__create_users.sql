create table ud_user (
    id         varchar(128) not null,
    created_at bigint       not null,
    constraint ud_user_pk primary key (id)
);
