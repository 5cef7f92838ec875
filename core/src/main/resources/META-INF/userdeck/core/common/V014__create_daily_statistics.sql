-- users by day (UTC): one row a day, kept for ever, written by a background job alone
create table ud_daily_statistics (
    -- midnight
    starts_at    bigint not null,
    -- who joined on that day and is still there
    joined       bigint not null,
    -- the rest is as it was last counted on that day, and nothing when counted_at is 0
    user_count   bigint not null,
    active_day   bigint not null,
    active_week  bigint not null,
    active_month bigint not null,
    counted_at   bigint not null,
    constraint ud_daily_statistics_pk primary key (starts_at)
);
