--liquibase formatted sql

--changeset optibid:audit-0.2-entries
--comment From where, and whether it was let; every entry belongs to an organisation, the platform's own to the platform.
--comment The values are json and not jsonb: the text that was hashed is the text that is kept. No foreign key to users: an
--comment entry is written also in a transaction of its own, beside one that has just made or locked the user.
alter table audit_entries drop constraint audit_entries_user_id_fkey;
update audit_entries set organisation_id = '00000000-0000-0000-0000-000000000000' where organisation_id is null;
update audit_entries set request_id = '' where request_id is null;
alter table audit_entries
    alter column organisation_id set not null,
    alter column old_values type json using old_values::json,
    alter column new_values type json using new_values::json,
    alter column request_id set default '',
    alter column request_id set not null,
    add column outcome text not null default 'success' check (outcome in ('success', 'refused')),
    add column address text not null default '' check (length(address) <= 100),
    add column user_agent text not null default '' check (length(user_agent) <= 500);
--rollback alter table audit_entries drop column outcome, drop column address, drop column user_agent, alter column request_id drop not null, alter column request_id drop default, alter column old_values type jsonb using old_values::jsonb, alter column new_values type jsonb using new_values::jsonb, alter column organisation_id drop not null;
--rollback update audit_entries set organisation_id = null where organisation_id = '00000000-0000-0000-0000-000000000000';
--rollback alter table audit_entries add constraint audit_entries_user_id_fkey foreign key (user_id) references users (id) not valid;

--changeset optibid:audit-0.2-entries-indexes
--comment Queries of the search, each newest first within an organisation: of a time; of a subject; of an action; of a user.
drop index audit_entries_organisation_idx;
drop index audit_entries_subject_idx;
create index audit_entries_time_idx on audit_entries (organisation_id, at desc, id desc);
create index audit_entries_subject_idx on audit_entries (organisation_id, subject_type, subject_id, at desc, id desc);
create index audit_entries_action_idx on audit_entries (organisation_id, action, at desc, id desc);
create index audit_entries_user_idx on audit_entries (organisation_id, user_id, at desc, id desc);
--rollback drop index audit_entries_time_idx, audit_entries_subject_idx, audit_entries_action_idx, audit_entries_user_idx;
--rollback create index audit_entries_subject_idx on audit_entries (subject_type, subject_id, at desc);
--rollback create index audit_entries_organisation_idx on audit_entries (organisation_id, at desc);

--changeset optibid:audit-0.2-unsealed
--comment Entries that wait for their seal, written with the entry: an entry that commits late waits here as any other. The
--comment primary key serves: the oldest waiting entries of an organisation. Its rows come and go, hence the vacuum.
create table audit_unsealed (
    organisation_id uuid not null references organisations (id),
    entry_id uuid not null,
    primary key (organisation_id, entry_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into audit_unsealed (organisation_id, entry_id) select organisation_id, id from audit_entries;
--rollback drop table audit_unsealed;

--changeset optibid:audit-0.2-seals
--comment The chain of an organisation: the n-th seal holds the hash of the one before and of its entry, and a code over the
--comment hash under a key that is not in the database. The primary key serves: the head of the chain, and its verification;
--comment audit_seals_entry_key: whether an entry is sealed. No foreign key to the entry: the verification finds what is gone.
create table audit_seals (
    organisation_id uuid not null references organisations (id),
    sequence bigint not null check (sequence > 0),
    entry_id uuid not null,
    format smallint not null check (format > 0),
    previous_hash bytea not null check (octet_length(previous_hash) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    key_id integer not null,
    code bytea not null check (octet_length(code) = 32),
    sealed_at timestamptz not null,
    primary key (organisation_id, sequence),
    constraint audit_seals_entry_key unique (organisation_id, entry_id)
);
--rollback drop table audit_seals;

--changeset optibid:audit-0.2-isolation
--comment Nobody's entries but those of the organisation; the application adds to them and can change nothing: no update, no
--comment delete, no truncate of entries and seals. From the waiting ones it takes away what it has sealed.
select optibid_isolate('audit_entries', 'select, insert');
select optibid_isolate('audit_seals', 'select, insert');
select optibid_isolate('audit_unsealed', 'select, insert, delete');
--rollback revoke all on audit_entries, audit_seals, audit_unsealed from optibid_application;
--rollback drop policy organisation on audit_entries;
--rollback alter table audit_entries no force row level security;
--rollback alter table audit_entries disable row level security;
--rollback drop policy organisation on audit_seals;
--rollback alter table audit_seals no force row level security;
--rollback alter table audit_seals disable row level security;
--rollback drop policy organisation on audit_unsealed;
--rollback alter table audit_unsealed no force row level security;
--rollback alter table audit_unsealed disable row level security;

--changeset optibid:audit-0.2-lookups splitStatements:false
--comment For the sealer: the organisations with waiting entries. For the command that verifies: all organisations.
select optibid_lookup('audit_unsealed');
create function audit_waiting_organisations() returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
    as 'select distinct organisation_id from public.audit_unsealed';
select optibid_lookup_owner('audit_waiting_organisations()');
select optibid_lookup('organisations');
create function audit_organisations() returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
    as 'select id from public.organisations order by id';
select optibid_lookup_owner('audit_organisations()');
--rollback drop function audit_waiting_organisations();
--rollback drop function audit_organisations();
--rollback drop policy lookup on audit_unsealed;
--rollback revoke all on audit_unsealed from optibid_platform;
