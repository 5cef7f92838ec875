-- what operators have beside their password
create table ud_operator_factor (
    id           varchar(36)  not null,
    operator_id  varchar(36)  not null,
    -- 'totp'
    kind         varchar(16)  not null,
    name         varchar(80)  not null,
    -- encrypted; begins with the id of the key
    secret       varchar(512) not null,
    -- how far it was used: of 'totp' the last time step whose code was taken
    last_counter bigint       not null,
    created_at   bigint       not null,
    last_used_at bigint,
    constraint ud_operator_factor_pk primary key (id),
    constraint ud_operator_factor_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);

-- the factors of one operator
create index ud_operator_factor_operator_ix on ud_operator_factor (operator_id);

-- codes that count once in place of a factor: only their hash, and only while they are unused
create table ud_operator_recovery_code (
    operator_id varchar(36) not null,
    code_hash   varchar(64) not null,
    constraint ud_operator_recovery_code_pk primary key (operator_id, code_hash),
    constraint ud_operator_recovery_code_operator_fk foreign key (operator_id) references ud_operator (id) on delete cascade
);
