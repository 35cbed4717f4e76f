--liquibase formatted sql

--changeset optibid:accounts-0.2-roles
--comment Two roles between reading everything and bidding.
insert into roles (code, description) values
    ('analyst', 'Reads everything of the organisation, exports market data and runs simulations'),
    ('approver', 'Reads everything of the organisation, approves bids');
--rollback delete from roles where code in ('analyst', 'approver');

--changeset optibid:accounts-0.2-organisations
--comment The state of an organisation and its policy of logging in. The name of a deleted one is free again.
alter table organisations
    add column status text not null default 'active' check (status in ('active', 'suspended', 'deleted')),
    add column version integer not null default 0,
    add column password_log_in boolean not null default true,
    add column single_sign_on_required boolean not null default false,
    add column second_factor_roles text[] not null default '{}';
--rollback alter table organisations drop column status, drop column version, drop column password_log_in, drop column single_sign_on_required, drop column second_factor_roles;

--changeset optibid:accounts-0.2-users
--comment A state in place of a flag; no password before an invitation is accepted or with single sign-on. Types are changed rather than rows updated: row-level security does not hide rows from alter table.
alter table users alter column active drop default;
alter table users alter column active type text using case when active then 'active' else 'suspended' end;
alter table users rename column active to status;
alter table users add constraint users_status_check check (status in ('invited', 'active', 'suspended', 'deleted'));
alter table users alter column password_hash drop not null;
alter table users add column email_verified_at timestamptz, add column password_changed_at timestamptz;
alter table users
    alter column email_verified_at type timestamptz using created_at,
    alter column password_changed_at type timestamptz using created_at;
--rollback alter table users drop column email_verified_at, drop column password_changed_at;
--rollback alter table users alter column password_hash type text using coalesce(password_hash, '');
--rollback alter table users alter column password_hash set not null;
--rollback alter table users drop constraint users_status_check;
--rollback alter table users rename column status to active;
--rollback alter table users alter column active type boolean using active = 'active';
--rollback alter table users alter column active set default true;

--changeset optibid:accounts-0.2-user-by-email splitStatements:false
--comment Whose address it is, before anybody is logged in; users_email_key serves it.
create function optibid_user_by_email(wanted text) returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select u.id, u.organisation_id from users u where u.email = wanted $$;
select optibid_lookup('users');
select optibid_lookup_owner('optibid_user_by_email(text)');
--rollback drop function optibid_user_by_email(text);
--rollback drop policy if exists lookup on users;
--rollback revoke all on users from optibid_platform;

--changeset optibid:accounts-0.2-organisation-list splitStatements:false
--comment The organisations for an operator, by name, from a name on; organisations_name_key serves it.
create function optibid_organisations(after text, most integer) returns setof organisations
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select o.* from organisations o
        where o.name > after and o.status <> 'deleted'
        order by o.name limit most
    $$;
create function optibid_organisation_by_name(wanted text) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select o.id from organisations o where o.name = wanted $$;
select optibid_lookup('organisations');
select optibid_lookup_owner('optibid_organisations(text, integer)');
select optibid_lookup_owner('optibid_organisation_by_name(text)');
--rollback drop function optibid_organisations(text, integer);
--rollback drop function optibid_organisation_by_name(text);
--rollback drop policy if exists lookup on organisations;
--rollback revoke all on organisations from optibid_platform;

--changeset optibid:accounts-0.2-one-time-links
--comment A link that lets its holder do one thing once; only the hash of its secret is kept.
create table one_time_links (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id),
    purpose text not null check (purpose in ('verify-email', 'accept-invitation', 'reset-password')),
    token_sha256 bytea not null check (octet_length(token_sha256) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint one_time_links_token_key unique (token_sha256)
);
--rollback drop table one_time_links;

--changeset optibid:accounts-0.2-one-time-links-user
--comment Query: the open links of a user for a purpose, to end them.
create index one_time_links_user_idx on one_time_links (organisation_id, user_id, purpose);
--rollback drop index one_time_links_user_idx;

--changeset optibid:accounts-0.2-one-time-links-look-up splitStatements:false
--comment Whose link it is, before anybody is logged in; one_time_links_token_key serves it.
select optibid_isolate('one_time_links');
create function optibid_one_time_link(sha256 bytea) returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select l.id, l.organisation_id from one_time_links l where l.token_sha256 = sha256 $$;
select optibid_lookup('one_time_links');
select optibid_lookup_owner('optibid_one_time_link(bytea)');
--rollback drop function optibid_one_time_link(bytea);
--rollback drop policy if exists lookup on one_time_links;
--rollback drop policy if exists organisation on one_time_links;
--rollback alter table one_time_links no force row level security, disable row level security;
--rollback revoke all on one_time_links from optibid_platform, optibid_application;

--changeset optibid:accounts-0.2-mails
--comment Mails that wait or were sent. The text is sealed, for it may hold a one-time link, and is removed when it was sent.
create table mails (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    user_id uuid references users (id),
    recipient text not null check (length(recipient) between 3 and 254),
    template text not null check (length(template) between 1 and 64),
    sealed_body bytea,
    shown_to text not null check (shown_to in ('administrator', 'operator')),
    state text not null check (state in ('waiting', 'sent', 'given-up')),
    attempts integer not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null,
    last_error text check (length(last_error) <= 500),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    sent_at timestamptz
);
--rollback drop table mails;

--changeset optibid:accounts-0.2-mails-organisation
--comment Query: the latest mails of an organisation.
create index mails_organisation_idx on mails (organisation_id, created_at desc);
--rollback drop index mails_organisation_idx;

--changeset optibid:accounts-0.2-mails-due
--comment Query: mails that are to be sent now.
create index mails_due_idx on mails (next_attempt_at) where state = 'waiting';
--rollback drop index mails_due_idx;

--changeset optibid:accounts-0.2-mails-recipient
--comment Query: how many mails a recipient was sent of late.
create index mails_recipient_idx on mails (recipient, created_at);
--rollback drop index mails_recipient_idx;

--changeset optibid:accounts-0.2-mails-look-up splitStatements:false
--comment Across organisations: what is due, how many went to an address, what only an operator can see to.
select optibid_isolate('mails');
create function optibid_due_mails(now timestamptz, most integer) returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select m.id, m.organisation_id from mails m
        where m.state = 'waiting' and m.next_attempt_at <= now
        order by m.next_attempt_at limit most
    $$;
create function optibid_mails_to(address text, since timestamptz) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select count(*) from mails m where m.recipient = address and m.created_at >= since $$;
create function optibid_operator_mails(everything boolean, most integer) returns setof mails
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select m.* from mails m
        where everything or (m.shown_to = 'operator' and m.state = 'waiting')
        order by m.created_at desc limit most
    $$;
select optibid_lookup('mails');
select optibid_lookup_owner('optibid_due_mails(timestamptz, integer)');
select optibid_lookup_owner('optibid_mails_to(text, timestamptz)');
select optibid_lookup_owner('optibid_operator_mails(boolean, integer)');
--rollback drop function optibid_due_mails(timestamptz, integer);
--rollback drop function optibid_mails_to(text, timestamptz);
--rollback drop function optibid_operator_mails(boolean, integer);
--rollback drop policy if exists lookup on mails;
--rollback drop policy if exists organisation on mails;
--rollback alter table mails no force row level security, disable row level security;
--rollback revoke all on mails from optibid_platform, optibid_application;

--changeset optibid:accounts-0.2-one-time-links-expiry
--comment Query: links that ended long ago, to delete them.
create index one_time_links_expires_idx on one_time_links (expires_at);
--rollback drop index one_time_links_expires_idx;

--changeset optibid:accounts-0.2-mails-old
--comment Queries: mails that were sent long ago, and mails that were of no use long ago unsent, to delete them.
create index mails_sent_idx on mails (sent_at) where state = 'sent';
create index mails_unsent_idx on mails (expires_at) where state <> 'sent';
--rollback drop index mails_unsent_idx;
--rollback drop index mails_sent_idx;

--changeset optibid:accounts-0.2-users-unverified
--comment Query: registrations whose address was never verified, the oldest first.
create index users_unverified_idx on users (created_at) where status = 'invited' and password_hash is not null;
--rollback drop index users_unverified_idx;

--changeset optibid:accounts-0.2-retention splitStatements:false
--comment Across organisations, what has been kept long enough: organisations with such links or mails, and registrations
--comment that nobody verified. one_time_links_expires_idx, mails_sent_idx, mails_unsent_idx and users_unverified_idx serve.
create function optibid_organisations_with_old_mails(links timestamptz, sent timestamptz, unsent timestamptz, most integer)
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        (select l.organisation_id from one_time_links l where l.expires_at < links order by l.expires_at limit most)
        union
        (select m.organisation_id from mails m where m.state = 'sent' and m.sent_at < sent order by m.sent_at limit most)
        union
        (select m.organisation_id from mails m
         where m.state <> 'sent' and m.expires_at < unsent order by m.expires_at limit most)
    $$;
create function optibid_unverified_registrations(before timestamptz, most integer)
    returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select u.id, u.organisation_id from users u
        where u.status = 'invited' and u.password_hash is not null and u.created_at < before
          and not exists (select from one_time_links l
                          where l.organisation_id = u.organisation_id and l.user_id = u.id and l.expires_at >= before)
        order by u.created_at limit most
    $$;
select optibid_lookup('one_time_links');
select optibid_lookup('mails');
select optibid_lookup('users');
select optibid_lookup_owner('optibid_organisations_with_old_mails(timestamptz, timestamptz, timestamptz, integer)');
select optibid_lookup_owner('optibid_unverified_registrations(timestamptz, integer)');
--rollback drop function optibid_organisations_with_old_mails(timestamptz, timestamptz, timestamptz, integer);
--rollback drop function optibid_unverified_registrations(timestamptz, integer);
