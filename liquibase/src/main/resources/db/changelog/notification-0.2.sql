--liquibase formatted sql

--changeset optibid:notification-0.2-alerts
--comment What an administrator tells everybody in the organisation. alerts_standing serves: those that stand, which pages ask for.
create table alerts (
    id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    severity text not null check (severity in ('information', 'warning', 'critical')),
    message text not null check (length(message) between 1 and 500),
    raised_by uuid not null,
    raised_at timestamptz not null,
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint alerts_pkey primary key (organisation_id, id),
    constraint alerts_user_fkey foreign key (organisation_id, raised_by) references users (organisation_id, id),
    constraint alerts_times_check check (ends_at > raised_at)
);
create index alerts_standing on alerts (organisation_id, ends_at) where withdrawn_at is null;
select optibid_isolate('alerts', 'select, insert, update');
--rollback drop table alerts;
