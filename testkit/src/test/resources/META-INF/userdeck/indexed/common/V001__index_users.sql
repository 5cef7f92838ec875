create index indexed_ix on ud_user (joined_at);
