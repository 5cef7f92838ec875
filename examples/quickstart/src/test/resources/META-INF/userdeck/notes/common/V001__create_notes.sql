create table notes_note (
    user_id varchar(128) not null,
    words   varchar(255) not null,
    constraint notes_note_pk primary key (user_id),
    constraint notes_note_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);
