create table things (
    name varchar(64) not null,
    constraint things_pk primary key (name)
);
