-- lines with a text id of their own
create table small_log (
    id      varchar(300) not null,
    user_id varchar(128) not null,
    line    varchar(255) not null,
    constraint small_log_pk primary key (id),
    constraint small_log_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);
