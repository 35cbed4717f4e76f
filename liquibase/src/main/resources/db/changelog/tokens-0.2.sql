--liquibase formatted sql

--changeset optibid:tokens-0.2-signing-keys
--comment The key pairs that sign access tokens, encrypted under the key of the configuration, which authenticates them too:
--comment who can write this table alone cannot plant one. Which of them signs follows from signs_from.
create table signing_keys (
    id text primary key check (length(id) between 1 and 100),
    sealed_pair bytea not null,
    signs_from timestamptz not null,
    created_at timestamptz not null
);
grant select, insert, delete on signing_keys to optibid_application;
--rollback drop table signing_keys;

--changeset optibid:tokens-0.2-sessions
--comment A log-in that goes on. expires_at is when it ends unless it is continued before; at the end of a session it is
--comment set to that moment. generation counts its refresh tokens, advanced_at is when the latest was first given.
create table sessions (
    organisation_id uuid not null references organisations (id),
    id uuid not null,
    user_id uuid not null references users (id) on delete cascade,
    method text not null check (method in ('password', 'password-and-second-factor', 'openid-connect')),
    generation integer not null check (generation >= 0),
    started_at timestamptz not null,
    advanced_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_reason text check (length(end_reason) between 1 and 50),
    address text not null check (length(address) <= 100),
    user_agent text not null check (length(user_agent) <= 200),
    primary key (organisation_id, id),
    check ((ended_at is null) = (end_reason is null))
);
select optibid_isolate('sessions');
--rollback drop table sessions;

--changeset optibid:tokens-0.2-sessions-user
--comment Query: the open sessions of a user, the last used first.
create index sessions_user_idx on sessions (organisation_id, user_id, last_used_at desc);
--rollback drop index sessions_user_idx;

--changeset optibid:tokens-0.2-sessions-expiry
--comment Query: sessions that are long over, to delete them.
create index sessions_expires_idx on sessions (expires_at);
--rollback drop index sessions_expires_idx;

--changeset optibid:tokens-0.2-refresh-tokens
--comment The SHA-256 of each refresh token that a session has had, so that a used one is known again; the primary key
--comment serves the look-up of a token that is shown.
create table refresh_tokens (
    sha256 bytea primary key check (octet_length(sha256) = 32),
    organisation_id uuid not null references organisations (id),
    session_id uuid not null,
    generation integer not null check (generation >= 0),
    issued_at timestamptz not null,
    foreign key (organisation_id, session_id) references sessions (organisation_id, id) on delete cascade
);
--rollback drop table refresh_tokens;

--changeset optibid:tokens-0.2-refresh-tokens-session
--comment Query: the tokens of a session, to delete them with it.
create index refresh_tokens_session_idx on refresh_tokens (organisation_id, session_id);
select optibid_isolate('refresh_tokens');
--rollback drop policy organisation on refresh_tokens;
--rollback alter table refresh_tokens no force row level security, disable row level security;
--rollback revoke all on refresh_tokens from optibid_application;
--rollback drop index refresh_tokens_session_idx;

--changeset optibid:tokens-0.2-ended-access
--comment Sessions and API keys that were ended while access tokens of theirs may still be about: every node reads what is
--comment new here each second and refuses those tokens.
create table ended_access (
    organisation_id uuid not null references organisations (id),
    id uuid not null,
    ended_at timestamptz not null,
    primary key (organisation_id, id)
);
select optibid_isolate('ended_access', 'select, insert');
--rollback drop table ended_access;

--changeset optibid:tokens-0.2-ended-access-at
--comment Query: what was ended since a moment.
create index ended_access_at_idx on ended_access (ended_at);
--rollback drop index ended_access_at_idx;

--changeset optibid:tokens-0.2-look-ups splitStatements:false
--comment Whose a refresh token is, and what was ended lately anywhere: the two questions that have no organisation yet.
create function optibid_refresh_token(hash bytea) returns table (organisation_id uuid, session_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    select t.organisation_id, t.session_id from public.refresh_tokens t where t.sha256 = hash
$$;
create function optibid_ended_access(since timestamptz) returns table (id uuid, ended_at timestamptz)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    select e.id, e.ended_at from public.ended_access e where e.ended_at >= since
$$;
select optibid_lookup('refresh_tokens');
select optibid_lookup('ended_access');
select optibid_lookup_owner('optibid_refresh_token(bytea)');
select optibid_lookup_owner('optibid_ended_access(timestamptz)');
--rollback drop function optibid_refresh_token(bytea);
--rollback drop function optibid_ended_access(timestamptz);
--rollback drop policy lookup on refresh_tokens;
--rollback drop policy lookup on ended_access;
--rollback revoke all on refresh_tokens, ended_access from optibid_platform;

--changeset optibid:tokens-0.2-purge splitStatements:false
--comment Deletes what is long over, of all organisations, and tells how many sessions that were. The refresh tokens of a
--comment session go with it.
create function optibid_purge_sessions(before timestamptz) returns bigint
    language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    purged bigint;
begin
    delete from public.ended_access where ended_at < before;
    delete from public.sessions where expires_at < before;
    get diagnostics purged = row_count;
    return purged;
end
$$;
select optibid_lookup('sessions');
grant delete on sessions, ended_access to optibid_platform;
create policy purge on sessions for delete to optibid_platform using (expires_at < now() - interval '1 hour');
create policy purge on ended_access for delete to optibid_platform using (ended_at < now() - interval '30 minutes');
select optibid_lookup_owner('optibid_purge_sessions(timestamptz)');
--rollback drop function optibid_purge_sessions(timestamptz);
--rollback drop policy purge on sessions;
--rollback drop policy purge on ended_access;
--rollback revoke delete on sessions, ended_access from optibid_platform;
--rollback drop policy lookup on sessions;
--rollback revoke all on sessions from optibid_platform;
