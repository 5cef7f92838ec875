-- users by day (UTC): one row a day, kept for ever, as a background job last counted on that day
create table ud_daily_statistics (
    -- midnight
    starts_at       bigint not null,
    user_count      bigint not null,
    -- since midnight
    active_today    bigint not null,
    -- in the 24 hours, 7 and 30 times 24 hours before the count
    active_in_day   bigint not null,
    active_in_week  bigint not null,
    active_in_month bigint not null,
    counted_at      bigint not null,
    constraint ud_daily_statistics_pk primary key (starts_at)
);
