--liquibase formatted sql

--changeset optibid:streaming-0.2-log
--comment The outbox is a log: position is an event's place in it, given once its transaction has committed, so that no event
--comment ever appears behind a place that somebody has read past. appended is the order of the inserts. That an event was
--comment published is no longer noted in its row, but in the place of its reader, see event_bookmarks.
drop index outbox_events_unpublished_ix;
alter table outbox_events
    drop column published_at,
    add column appended bigint not null generated always as identity,
    add column position bigint;
comment on column outbox_events.appended is 'of two changes of one thing, the later one has the greater number, on whichever node';
comment on column outbox_events.position is 'place in the log, ascending with gaps; absent for the moment until it is given';
create sequence outbox_events_position_seq;
--rollback drop sequence outbox_events_position_seq;
--rollback alter table outbox_events drop column position, drop column appended, add column published_at timestamptz;
--rollback create index outbox_events_unpublished_ix on outbox_events (id) where published_at is null;

--changeset optibid:streaming-0.2-log-indexes
--comment outbox_events_position_ix serves: the events after a place, in order. outbox_events_unplaced_ix serves: the events that
--comment have no place yet, in the order in which they were appended.
create unique index outbox_events_position_ix on outbox_events (position);
create index outbox_events_unplaced_ix on outbox_events (appended) where position is null;
--rollback drop index outbox_events_position_ix, outbox_events_unplaced_ix;

--changeset optibid:streaming-0.2-place-events splitStatements:false
--comment Gives committed events their places in the log, at most that many; tells how many. One at a time does it: who
--comment comes second finds nothing to do. Each statement sees what was committed before it, so the lock comes first.
create function optibid_place_events(most integer) returns bigint
    language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    placed bigint;
begin
    if not exists (select from public.outbox_events where position is null)
        or not pg_try_advisory_xact_lock(hashtextextended('optibid.events.place', 0)) then
        return 0;
    end if;
    with waiting as (
        select id, nextval('public.outbox_events_position_seq') as place
          from (select id from public.outbox_events where position is null order by appended limit most) unplaced
    )
    update public.outbox_events e set position = w.place from waiting w where w.id = e.id;
    get diagnostics placed = row_count;
    return placed;
end
$$;
select optibid_lookup('outbox_events');
grant update (position) on outbox_events to optibid_platform;
grant usage on sequence outbox_events_position_seq to optibid_platform;
create policy place on outbox_events for update to optibid_platform
    using (position is null) with check (position is not null);
select optibid_lookup_owner('optibid_place_events(integer)');
--rollback drop function optibid_place_events(integer);
--rollback drop policy place on outbox_events;
--rollback drop policy lookup on outbox_events;
--rollback revoke all on sequence outbox_events_position_seq from optibid_platform;
--rollback revoke update (position) on outbox_events from optibid_platform;
--rollback revoke all on outbox_events from optibid_platform;

--changeset optibid:streaming-0.2-read-events splitStatements:false
--comment For readers of the log, who are the platform's and see the events of all: the events after a place; and how many
--comment there are, with those that have no place yet, and since when the oldest of them has waited.
create function optibid_events_after(place bigint, most integer)
    returns table ("position" bigint, id uuid, organisation_id uuid, type text, aggregate_type text, aggregate_id text,
                   occurred_at timestamptz, payload text)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    select e.position, e.id, e.organisation_id, e.type, e.aggregate_type, e.aggregate_id, e.occurred_at, e.payload::text
      from public.outbox_events e where e.position > place order by e.position limit most
$$;
create function optibid_events_waiting(place bigint) returns table (events bigint, oldest timestamptz)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    select count(*), min(e.occurred_at) from public.outbox_events e where e.position > place or e.position is null
$$;
create function optibid_last_event_position() returns bigint
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(max(e.position), 0) from public.outbox_events e
$$;
select optibid_lookup_owner('optibid_events_after(bigint, integer)');
select optibid_lookup_owner('optibid_events_waiting(bigint)');
select optibid_lookup_owner('optibid_last_event_position()');
--rollback drop function optibid_events_after(bigint, integer);
--rollback drop function optibid_events_waiting(bigint);
--rollback drop function optibid_last_event_position();

--changeset optibid:streaming-0.2-bookmarks
--comment How far each reader of the log has come. seen_at is when it last looked, to the hour: whoever does not look for
--comment longer than events are kept holds none of them back. Its row is locked by the node that reads.
create table event_bookmarks (
    consumer text not null,
    position bigint not null,
    seen_at timestamptz not null,
    constraint event_bookmarks_pk primary key (consumer),
    constraint event_bookmarks_consumer_ck check (consumer ~ '^[a-z][a-z0-9-]{0,99}$'),
    constraint event_bookmarks_position_ck check (position >= 0)
);
revoke all on event_bookmarks from public;
grant select, insert, update on event_bookmarks to optibid_application;
--rollback drop table event_bookmarks;

--changeset optibid:streaming-0.2-purge-events splitStatements:false
--comment Deletes events up to a place that are older than an instant, the oldest first, at most that many; tells how many.
--comment outbox_events_position_ix serves it.
create function optibid_purge_events(up_to bigint, before timestamptz, most integer) returns bigint
    language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    purged bigint;
begin
    delete from public.outbox_events where occurred_at < before and id in (
        select e.id from public.outbox_events e where e.position <= up_to order by e.position limit most);
    get diagnostics purged = row_count;
    return purged;
end
$$;
grant delete on outbox_events to optibid_platform;
create policy purge on outbox_events for delete to optibid_platform
    using (position is not null and occurred_at < now() - interval '1 hour');
select optibid_lookup_owner('optibid_purge_events(bigint, timestamptz, integer)');
--rollback drop function optibid_purge_events(bigint, timestamptz, integer);
--rollback drop policy purge on outbox_events;
--rollback revoke delete on outbox_events from optibid_platform;

--changeset optibid:streaming-0.2-inbox
--comment Which messages a consumer has applied, written in the transaction of their effect: a message that comes again is
--comment known. applied_messages_old_ix serves: those that are old enough to be forgotten.
create table applied_messages (
    consumer text not null,
    message_id text not null,
    applied_at timestamptz not null,
    constraint applied_messages_pk primary key (consumer, message_id),
    constraint applied_messages_ck check (consumer <> '' and message_id <> '' and length(message_id) <= 300)
);
create index applied_messages_old_ix on applied_messages (applied_at);
revoke all on applied_messages from public;
grant select, insert, delete on applied_messages to optibid_application;
--rollback drop table applied_messages;
