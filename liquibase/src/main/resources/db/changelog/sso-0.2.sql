--liquibase formatted sql

--changeset optibid:sso-0.2-identity-providers
--comment Where an organisation's people log in besides OptiBid: one OpenID provider per organisation. The client's secret
--comment is sealed. The primary key serves: the provider of an organisation.
create table identity_providers (
    organisation_id uuid primary key references organisations (id),
    issuer text not null check (length(issuer) between 8 and 500),
    client_id text not null check (length(client_id) between 1 and 255),
    client_secret_sealed bytea not null,
    scopes text not null check (length(scopes) between 1 and 500),
    groups_claim text not null check (length(groups_claim) between 1 and 200),
    create_users boolean not null,
    version integer not null default 0,
    changed_at timestamptz not null
);
select optibid_isolate('identity_providers');
--rollback drop table identity_providers;

--changeset optibid:sso-0.2-identity-provider-roles
--comment Which group of the provider gives which role; the primary key serves: the roles of an organisation's groups.
create table identity_provider_roles (
    organisation_id uuid not null references identity_providers (organisation_id) on delete cascade,
    group_name text not null check (length(group_name) between 1 and 255),
    role_code text not null references roles (code),
    primary key (organisation_id, group_name)
);
select optibid_isolate('identity_provider_roles');
--rollback drop table identity_provider_roles;

--changeset optibid:sso-0.2-identity-provider-domains
--comment The e-mail domains whose people log in at an organisation's provider. A domain belongs to one organisation:
--comment identity_provider_domains_domain_key serves: whose domain it is.
create table identity_provider_domains (
    organisation_id uuid not null references identity_providers (organisation_id) on delete cascade,
    domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
    primary key (organisation_id, domain),
    constraint identity_provider_domains_domain_key unique (domain)
);
select optibid_isolate('identity_provider_domains');
--rollback drop table identity_provider_domains;

--changeset optibid:sso-0.2-external-identities
--comment Who a user is at a provider, by issuer and subject and nothing else. The primary key serves: the account of a
--comment log-in.
create table external_identities (
    organisation_id uuid not null references organisations (id),
    issuer text not null check (length(issuer) between 8 and 500),
    subject text not null check (length(subject) between 1 and 255),
    user_id uuid not null references users (id) on delete cascade,
    linked_at timestamptz not null,
    last_log_in_at timestamptz not null,
    primary key (organisation_id, issuer, subject)
);
select optibid_isolate('external_identities');
--rollback drop table external_identities;

--changeset optibid:sso-0.2-external-identities-user
--comment Query: the identities of a user. One user is one subject at one issuer.
create unique index external_identities_user_key on external_identities (organisation_id, user_id, issuer);
--rollback drop index external_identities_user_key;

--changeset optibid:sso-0.2-log-ins
--comment A log-in that was sent to the provider and has not come back. Of the state and of the browser's cookie only
--comment hashes are kept; the PKCE verifier and the nonce are sealed. The primary key serves: the log-in of a state.
create table oidc_log_ins (
    organisation_id uuid not null references organisations (id),
    state_sha256 bytea not null check (octet_length(state_sha256) = 32),
    browser_sha256 bytea not null check (octet_length(browser_sha256) = 32),
    sealed_secrets bytea not null,
    issuer text not null check (length(issuer) between 8 and 500),
    return_to text not null check (return_to ~ '^/' and length(return_to) <= 500),
    expires_at timestamptz not null,
    primary key (organisation_id, state_sha256),
    constraint oidc_log_ins_state_key unique (state_sha256)
);
select optibid_isolate('oidc_log_ins', 'select, insert, delete');
--rollback drop table oidc_log_ins;

--changeset optibid:sso-0.2-log-ins-expired
--comment Query: log-ins of an organisation that never came back, to delete them.
create index oidc_log_ins_expired_idx on oidc_log_ins (organisation_id, expires_at);
--rollback drop index oidc_log_ins_expired_idx;

--changeset optibid:sso-0.2-look-ups splitStatements:false
--comment Before anybody is logged in: whose domain it is (identity_provider_domains_domain_key) and whose log-in a state
--comment belongs to (oidc_log_ins_state_key).
create function optibid_organisation_of_domain(wanted text) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select d.organisation_id from identity_provider_domains d where d.domain = wanted $$;
create function optibid_organisation_of_oidc_log_in(sha256 bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$ select l.organisation_id from oidc_log_ins l where l.state_sha256 = sha256 $$;
select optibid_lookup('identity_provider_domains');
select optibid_lookup('oidc_log_ins');
select optibid_lookup_owner('optibid_organisation_of_domain(text)');
select optibid_lookup_owner('optibid_organisation_of_oidc_log_in(bytea)');
--rollback drop function optibid_organisation_of_domain(text);
--rollback drop function optibid_organisation_of_oidc_log_in(bytea);
--rollback drop policy lookup on identity_provider_domains;
--rollback drop policy lookup on oidc_log_ins;
--rollback revoke all on identity_provider_domains, oidc_log_ins from optibid_platform;

--changeset optibid:sso-0.2-strangers splitStatements:false
--comment Whether people of other organisations have addresses of a domain, which then cannot be claimed. Administrators
--comment ask this once in a while: users_email_key is read whole.
create function optibid_domain_is_used_elsewhere(wanted text, organisation uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select exists (select from users u
                       where u.organisation_id <> organisation and split_part(u.email, '@', 2) = wanted)
    $$;
select optibid_lookup('users');
select optibid_lookup_owner('optibid_domain_is_used_elsewhere(text, uuid)');
--rollback drop function optibid_domain_is_used_elsewhere(text, uuid);
