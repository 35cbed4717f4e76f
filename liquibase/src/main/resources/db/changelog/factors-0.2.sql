--liquibase formatted sql

--changeset optibid:factors-0.2-log-in-attempts
--comment Wrong log-ins by account and place, and by account alone. The key is a hash, also of addresses that are nobody's:
--comment they count alike. The primary key serves the counting. Of no organisation, since an unknown address has none.
create table log_in_attempts (
    key bytea primary key check (octet_length(key) = 32),
    failures integer not null check (failures >= 0),
    last_at timestamptz not null
);
revoke all on log_in_attempts from public;
grant select, insert, update, delete on log_in_attempts to optibid_application;
--rollback drop table log_in_attempts;

--changeset optibid:factors-0.2-log-in-attempts-last
--comment Query: counters that are forgotten, to delete them.
create index log_in_attempts_last_idx on log_in_attempts (last_at);
--rollback drop index log_in_attempts_last_idx;

--changeset optibid:factors-0.2-known-places
--comment Browsers and networks from which a user has logged in: an attack elsewhere does not slow them down. The primary
--comment key serves the look-up at log-in. A browser is known by the hash of its cookie, a network by the hash of its address.
create table known_places (
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id) on delete cascade,
    kind text not null check (kind in ('device', 'network')),
    place bytea not null check (octet_length(place) = 32),
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (organisation_id, user_id, kind, place)
);
select optibid_isolate('known_places');
--rollback drop table known_places;

--changeset optibid:factors-0.2-second-factors
--comment The secret that a user's authenticator app shares with us, sealed; not confirmed while it is being enrolled. The
--comment last accepted step lets no code pass twice. The primary key serves the look-up at log-in.
create table second_factors (
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id) on delete cascade,
    sealed_secret bytea not null,
    last_step bigint not null default 0,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    primary key (organisation_id, user_id)
);
select optibid_isolate('second_factors');
--rollback drop table second_factors;

--changeset optibid:factors-0.2-recovery-codes
--comment Codes on paper, hashed, each good once. The primary key serves their use and their count.
create table recovery_codes (
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id) on delete cascade,
    code_sha256 bytea not null check (octet_length(code_sha256) = 32),
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (organisation_id, user_id, code_sha256)
);
select optibid_isolate('recovery_codes');
--rollback drop table recovery_codes;

--changeset optibid:factors-0.2-log-in-challenges
--comment A log-in whose password was right and whose second factor, or its enrolment, is still to come.
create table log_in_challenges (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id) on delete cascade,
    purpose text not null check (purpose in ('verify', 'enrol')),
    token_sha256 bytea not null check (octet_length(token_sha256) = 32),
    attempts_left integer not null check (attempts_left >= 0),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint log_in_challenges_token_key unique (token_sha256)
);
--rollback drop table log_in_challenges;

--changeset optibid:factors-0.2-log-in-challenges-user
--comment Query: the challenges of a user that have ended, to delete them.
create index log_in_challenges_user_idx on log_in_challenges (organisation_id, user_id, expires_at);
--rollback drop index log_in_challenges_user_idx;

--changeset optibid:factors-0.2-log-in-challenges-look-up splitStatements:false
--comment Whose challenge it is, before anybody is logged in; log_in_challenges_token_key serves it.
select optibid_isolate('log_in_challenges');
create function optibid_log_in_challenge(sha256 bytea) returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select c.id, c.organisation_id from log_in_challenges c where c.token_sha256 = sha256 $$;
select optibid_lookup('log_in_challenges');
select optibid_lookup_owner('optibid_log_in_challenge(bytea)');
--rollback drop function optibid_log_in_challenge(bytea);
--rollback drop policy if exists lookup on log_in_challenges;
--rollback drop policy if exists organisation on log_in_challenges;
--rollback alter table log_in_challenges no force row level security, disable row level security;
--rollback revoke all on log_in_challenges from optibid_platform, optibid_application;

--changeset optibid:factors-0.2-api-keys
--comment Keys of programs, which act for the user who made them. The public id names a key; of its secret the hash is kept.
create table api_keys (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    user_id uuid not null references users (id),
    name text not null check (length(name) between 1 and 200),
    public_id text not null check (public_id ~ '^[a-z2-7]{12}$'),
    secret_sha256 bytea not null check (octet_length(secret_sha256) = 32),
    roles text[] not null check (cardinality(roles) between 1 and 20),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at timestamptz,
    replaced_by uuid references api_keys (id),
    constraint api_keys_public_key unique (public_id)
);
--rollback drop table api_keys;

--changeset optibid:factors-0.2-api-keys-organisation
--comment Query: the keys of an organisation, the newest first.
create index api_keys_organisation_idx on api_keys (organisation_id, created_at desc);
--rollback drop index api_keys_organisation_idx;

--changeset optibid:factors-0.2-api-keys-look-up splitStatements:false
--comment Whose key it is, at its exchange for a token; api_keys_public_key serves it.
select optibid_isolate('api_keys', 'select, insert, update');
create function optibid_api_key(wanted text) returns table (id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select k.id, k.organisation_id from api_keys k where k.public_id = wanted $$;
select optibid_lookup('api_keys');
select optibid_lookup_owner('optibid_api_key(text)');
--rollback drop function optibid_api_key(text);
--rollback drop policy if exists lookup on api_keys;
--rollback drop policy if exists organisation on api_keys;
--rollback alter table api_keys no force row level security, disable row level security;
--rollback revoke all on api_keys from optibid_platform, optibid_application;

--changeset optibid:factors-0.2-kept-answers
--comment Kept answers are sealed from now on. Those of the last 24 hours were not, and are forgotten.
truncate idempotency_keys;
--rollback truncate idempotency_keys;
