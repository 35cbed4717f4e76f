--liquibase formatted sql

--changeset optibid:bidding-0.2-counts
--comment How many bids and runs of all organisations are in each state, and since when the oldest run of a state waits: numbers
--comment for those who watch the platform, nothing of whose they are. Reads both tables whole, in the background, once a minute.
select optibid_lookup('bids');
create function optibid_bid_counts() returns table (subject text, state text, number bigint, oldest timestamptz)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as '
    select ''bid'', b.state, count(*), min(b.created_at) from bids b group by b.state
    union all
    select ''run'', r.state, count(*), min(r.created_at) from bid_runs r group by r.state
';
select optibid_lookup_owner('optibid_bid_counts()');
--rollback drop function optibid_bid_counts();
--rollback drop policy lookup on bids;
--rollback revoke all on bids from optibid_platform;
