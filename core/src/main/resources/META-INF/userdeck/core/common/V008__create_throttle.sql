-- how often a password was tried of late: a row for an account, one for an address, one for both together
create table ud_throttle (
    counter_key     varchar(64) not null,
    attempts        integer     not null,
    last_attempt_at bigint      not null,
    blocked_until   bigint      not null,
    known_until     bigint      not null,
    expires_at      bigint      not null,
    constraint ud_throttle_pk primary key (counter_key)
);

-- the sweep of forgotten counters
create index ud_throttle_expires_ix on ud_throttle (expires_at);
