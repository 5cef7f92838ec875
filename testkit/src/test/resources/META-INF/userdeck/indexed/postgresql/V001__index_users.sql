create index concurrently indexed_ix on ud_user (joined_at);
