--liquibase formatted sql

--changeset optibid:streaming-0.1-outbox
--comment Events that were committed together with the change they tell of, until and after they are published.
create table outbox_events (
    id              uuid        not null,
    organisation_id uuid,
    type            text        not null,
    aggregate_type  text        not null,
    aggregate_id    text        not null,
    occurred_at     timestamptz not null,
    payload         jsonb       not null,
    published_at    timestamptz,
    constraint outbox_events_pk primary key (id),
    constraint outbox_events_type_ck check (type <> ''),
    constraint outbox_events_aggregate_ck check (aggregate_type <> '' and aggregate_id <> '')
);
comment on column outbox_events.id is 'UUIDv7: its order is the order of occurrence on one node';
comment on column outbox_events.organisation_id is 'absent for events of the platform, such as imported prices';
--rollback drop table outbox_events;

--changeset optibid:streaming-0.1-outbox-unpublished
--comment Serves the publisher: the oldest events that are not yet published.
create index outbox_events_unpublished_ix on outbox_events (id) where published_at is null;
--rollback drop index outbox_events_unpublished_ix;

--changeset optibid:streaming-0.1-outbox-organisation
--comment Events belong to an organisation that exists, or to the platform.
alter table outbox_events
    add constraint outbox_events_organisation_fk foreign key (organisation_id) references organisations (id);
--rollback alter table outbox_events drop constraint outbox_events_organisation_fk;
