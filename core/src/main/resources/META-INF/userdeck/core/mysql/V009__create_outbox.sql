-- as the common script, but for the content: a varchar of that length does not fit in a row here
-- mails to be sent, and what became of them
create table ud_outbox_message (
    id                  varchar(36)  not null,
    kind                varchar(64)  not null,
    recipient           varchar(320) not null,
    -- all spellings of an address are one text here
    recipient_key       varchar(320) not null,
    user_id             varchar(128),
    state               varchar(16)  not null,
    attempts            integer      not null,
    -- attempts in a row that no node lived to tell the end of
    unfinished_attempts integer      not null,
    created_at          bigint       not null,
    -- when to try next; while a node tries, when another one may
    next_attempt_at     bigint       not null,
    lease_holder        varchar(36),
    -- from when on it is useless, and may not be sent
    expires_at          bigint       not null,
    -- from when on it is no longer tried by itself
    retry_until         bigint       not null,
    settled_at          bigint       not null,
    purge_at            bigint       not null,
    last_error          varchar(1000),
    constraint ud_outbox_message_pk primary key (id),
    constraint ud_outbox_message_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

-- what is due, the longest first
create index ud_outbox_message_due_ix on ud_outbox_message (state, next_attempt_at, id);

-- what is in a state, newest first; ids grow with time
create index ud_outbox_message_state_ix on ud_outbox_message (state, id);

-- the mails about a user, newest first
create index ud_outbox_message_user_ix on ud_outbox_message (user_id, id);

-- the mails to addresses that begin with what somebody typed
create index ud_outbox_message_recipient_ix on ud_outbox_message (recipient_key, id);

-- the sweep of what was sent or failed long ago
create index ud_outbox_message_purge_ix on ud_outbox_message (purge_at);

-- apart, as it holds links: the row goes once the mail was sent, or can't be sent again
create table ud_outbox_content (
    message_id varchar(36)     not null,
    subject    varchar(250)    not null,
    plain      mediumtext      not null,
    html       mediumtext,
    purge_at   bigint          not null,
    constraint ud_outbox_content_pk primary key (message_id),
    constraint ud_outbox_content_message_fk foreign key (message_id) references ud_outbox_message (id) on delete cascade
);

-- the sweep of contents that are of no use any more
create index ud_outbox_content_purge_ix on ud_outbox_content (purge_at);
