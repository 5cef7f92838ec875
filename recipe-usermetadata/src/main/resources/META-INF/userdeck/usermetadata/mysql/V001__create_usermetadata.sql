-- a varchar of that length does not fit in a row here
create table ud_usermetadata (
    user_id    varchar(128) not null,
    document   mediumtext   not null,
    version    bigint       not null,
    changed_at bigint       not null,
    constraint ud_usermetadata_pk primary key (user_id),
    constraint ud_usermetadata_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);
