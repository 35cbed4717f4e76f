--liquibase formatted sql

--changeset optibid:identity-0.1-organisations
--comment A company that bids. Everything that belongs to one carries its id.
create table organisations (
    id uuid primary key,
    name text not null unique check (length(name) between 1 and 200),
    created_at timestamptz not null
);
--rollback drop table organisations;

--changeset optibid:identity-0.1-roles
--comment What a user may do; the codes are the groups of the access token.
create table roles (
    code text primary key check (code ~ '^[a-z][a-z-]{0,62}$'),
    description text not null
);
insert into roles (code, description) values
    ('viewer', 'Reads everything of the organisation'),
    ('trader', 'Runs bids and keeps assets'),
    ('administrator', 'Keeps the organisation, its users and its assets'),
    ('operator', 'Runs the platform: imports market data');
--rollback drop table roles;

--changeset optibid:identity-0.1-users
--comment The address is the log-in name, kept in lower case; users_email_key serves the look-up at log-in.
create table users (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    email text not null check (email = lower(email) and length(email) between 3 and 254),
    display_name text not null check (length(display_name) between 1 and 200),
    password_hash text not null,
    active boolean not null default true,
    version integer not null default 0,
    created_at timestamptz not null,
    constraint users_email_key unique (email)
);
--rollback drop table users;

--changeset optibid:identity-0.1-users-organisation
--comment Query: the users of an organisation, in order of their address.
create index users_organisation_idx on users (organisation_id, email);
--rollback drop index users_organisation_idx;

--changeset optibid:identity-0.1-user-roles
--comment The primary key serves: the roles of a user.
create table user_roles (
    user_id uuid not null references users (id) on delete cascade,
    role_code text not null references roles (code),
    primary key (user_id, role_code)
);
--rollback drop table user_roles;

--changeset optibid:identity-0.1-audit-entries
--comment Who changed what, and from what to what. Written in the transaction of the change, never updated.
create table audit_entries (
    id uuid primary key,
    organisation_id uuid references organisations (id),
    user_id uuid references users (id),
    at timestamptz not null,
    action text not null check (length(action) between 1 and 100),
    subject_type text not null check (length(subject_type) between 1 and 100),
    subject_id text not null check (length(subject_id) between 1 and 200),
    old_values jsonb,
    new_values jsonb,
    request_id text check (length(request_id) <= 128)
);
--rollback drop table audit_entries;

--changeset optibid:identity-0.1-audit-entries-subject
--comment Query: the history of one subject, newest first.
create index audit_entries_subject_idx on audit_entries (subject_type, subject_id, at desc);
--rollback drop index audit_entries_subject_idx;

--changeset optibid:identity-0.1-audit-entries-organisation
--comment Query: the latest entries of an organisation.
create index audit_entries_organisation_idx on audit_entries (organisation_id, at desc);
--rollback drop index audit_entries_organisation_idx;

--changeset optibid:identity-0.1-idempotency-keys
--comment The first answer of a POST that carried an Idempotency-Key; the primary key serves the look-up of a repetition.
create table idempotency_keys (
    organisation_id uuid not null references organisations (id) on delete cascade,
    user_id uuid not null references users (id) on delete cascade,
    key text not null check (length(key) between 1 and 255),
    method_path text not null check (length(method_path) between 1 and 4000),
    body_sha256 bytea check (octet_length(body_sha256) = 32),
    state text not null check (state in ('in-flight', 'answered')),
    status integer check (status between 100 and 599),
    headers jsonb,
    body bytea,
    created_at timestamptz not null,
    primary key (organisation_id, user_id, key),
    check ((state = 'answered') = (status is not null and headers is not null and body is not null and body_sha256 is not null))
);
--rollback drop table idempotency_keys;

--changeset optibid:identity-0.1-idempotency-keys-created
--comment Query: keys that are past their 24 hours, to delete them.
create index idempotency_keys_created_idx on idempotency_keys (created_at);
--rollback drop index idempotency_keys_created_idx;
