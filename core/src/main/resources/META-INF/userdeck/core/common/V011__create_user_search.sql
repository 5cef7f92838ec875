-- What the search looks through: all that a user can be found by, folded (docs/adr/0012). Apart from the user, whose row
-- changes with each visit.
create table ud_user_search (
    user_id     varchar(128)  not null,
    search_text varchar(4000) not null,
    constraint ud_user_search_pk primary key (user_id),
    constraint ud_user_search_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- the same from the start of each word on, for engines without an index over parts of a text
create table ud_user_word (
    word    varchar(64)  not null,
    user_id varchar(128) not null,
    constraint ud_user_word_pk primary key (word, user_id),
    constraint ud_user_word_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- the words of one user
create index ud_user_word_user_ix on ud_user_word (user_id);

-- the users whose sort keys and words are to be made anew, soon
create table ud_user_reindex (
    user_id varchar(128) not null,
    constraint ud_user_reindex_pk primary key (user_id),
    constraint ud_user_reindex_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- by which folding users can be found and sorted: after a change of it all of them are folded anew, a batch at a time
create table ud_user_folding (
    version integer not null,
    constraint ud_user_folding_pk primary key (version)
);

insert into ud_user_folding (version) values (1);
