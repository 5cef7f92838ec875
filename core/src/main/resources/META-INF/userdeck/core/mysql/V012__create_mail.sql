-- as the common script, but for the content: a varchar of that length does not fit in a row here
-- mail to be sent, and what became of it
create table ud_mail (
    id          varchar(36)  not null,
    kind        varchar(64)  not null,
    recipient   varchar(320) not null,
    user_id     varchar(128),
    state       varchar(16)  not null,
    tries       integer      not null,
    -- tries in a row that no node lived to tell the end of
    unfinished  integer      not null,
    created_at  bigint       not null,
    -- when to try next; while a node tries, when another one may
    due_at      bigint       not null,
    claim       varchar(36),
    -- from when on it is useless, and may not be sent
    good_until  bigint       not null,
    -- from when on it is no longer tried by itself
    try_until   bigint       not null,
    settled_at  bigint       not null,
    forget_at   bigint       not null,
    last_answer varchar(1000),
    constraint ud_mail_pk primary key (id),
    constraint ud_mail_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- what is due, the longest first
create index ud_mail_due_ix on ud_mail (state, due_at, id);

-- what failed, newest first; ids grow with time
create index ud_mail_state_ix on ud_mail (state, id);

-- the last mail of a kind about a user
create index ud_mail_user_ix on ud_mail (user_id, kind, id);

-- the sweep of what was sent or failed long ago
create index ud_mail_forget_ix on ud_mail (forget_at);

-- apart, as it holds links: the row goes once the mail was sent, or can't be sent again
create table ud_mail_content (
    mail_id    varchar(36)  not null,
    subject    varchar(250) not null,
    plain      mediumtext   not null,
    html       mediumtext,
    keep_until bigint       not null,
    constraint ud_mail_content_pk primary key (mail_id),
    constraint ud_mail_content_mail_fk foreign key (mail_id) references ud_mail (id) on delete cascade
);

-- the sweep of words that are of no use any more
create index ud_mail_content_keep_ix on ud_mail_content (keep_until);
