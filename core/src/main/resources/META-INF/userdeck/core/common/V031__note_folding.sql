-- by which folding users can be found and sorted: after a change of it all of them are folded anew, a batch at a time
create table ud_user_folding (
    version integer not null,
    constraint ud_user_folding_pk primary key (version)
);

insert into ud_user_folding (version) values (1);

insert into ud_user_reindex (user_id)
    select id from ud_user where not exists (select 1 from ud_user_reindex where ud_user_reindex.user_id = ud_user.id);
