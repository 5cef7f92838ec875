-- As the common script, but for how the text is indexed: by parts of words where the extension pg_trgm may be made, else
-- from the start of each word. There is no table of words, as no index needs one.
create table ud_user_search (
    user_id     varchar(128)  not null,
    search_text varchar(4000) not null,
    constraint ud_user_search_pk primary key (user_id),
    constraint ud_user_search_user_fk foreign key (user_id) references ud_user (id) on delete cascade
);

do $$
declare
    extension_schema name;
begin
    begin
        -- where it outlives any one schema of ours
        create extension if not exists pg_trgm with schema public;
    exception when others then
        begin
            create extension if not exists pg_trgm;
        exception when others then
            raise notice 'Userdeck: no pg_trgm (%), so users are found from the start of each word', sqlerrm;
        end;
    end;
    select n.nspname into extension_schema
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    if extension_schema is null then
        create index ud_user_search_word_ix on ud_user_search
            using gin (array_to_tsvector(string_to_array(btrim(search_text), ' ')));
    else
        execute format(
            'create index ud_user_search_part_ix on ud_user_search using gin (search_text %I.gin_trgm_ops)', extension_schema);
    end if;
end
$$;

-- the users whose sort keys and text are to be made anew, soon
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
