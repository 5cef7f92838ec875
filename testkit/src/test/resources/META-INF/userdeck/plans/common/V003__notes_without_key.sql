create table acme_note (
    user_id  varchar(128)  not null,
    document varchar(1000) not null,
    version  bigint        not null,
    constraint acme_note_pk primary key (user_id)
);
