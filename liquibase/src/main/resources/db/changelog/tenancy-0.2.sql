--liquibase formatted sql

--changeset optibid:tenancy-0.2-roles splitStatements:false
--comment The application works as optibid_application, which owns nothing and is bound by row-level security. Functions
--comment that look something up across organisations belong to optibid_platform, which may only read, and only the tables
--comment that optibid_lookup opened to it. Both exist once for all databases of a server, and stay at a rollback.
do $$
declare
    wanted text;
    advice text := format('%s may not create roles. Have an administrator of the database run once: '
        || 'create role optibid_application nologin; create role optibid_platform nologin; '
        || 'grant optibid_platform to %I;', current_user, current_user);
begin
    foreach wanted in array array ['optibid_application', 'optibid_platform'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin nosuperuser nobypassrls', wanted);
            exception
                when duplicate_object or unique_violation then null;
                when insufficient_privilege then raise exception '%', advice using errcode = 'insufficient_privilege';
            end;
        end if;
    end loop;
    if exists (select from pg_roles
               where rolname in ('optibid_application', 'optibid_platform') and (rolsuper or rolbypassrls)) then
        raise exception 'optibid_application and optibid_platform must be bound by row-level security. Have an '
            'administrator of the database run once: alter role optibid_application nosuperuser nobypassrls; '
            'alter role optibid_platform nosuperuser nobypassrls;';
    end if;
    -- Who owns the schema gives functions to optibid_platform, and for that must be able to act as it.
    if not pg_has_role(current_user, 'optibid_platform',
                       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
        begin
            execute format('grant optibid_platform to %I', current_user);
        exception
            when insufficient_privilege then raise exception '%', advice using errcode = 'insufficient_privilege';
        end;
    end if;
end
$$;
--rollback empty

--changeset optibid:tenancy-0.2-organisation
--comment The organisation that the transaction was entered for, absent where none was: then no row is seen or written.
--comment A body of standard SQL: its names are resolved once, here, and the planner puts it in place of the call, so that
--comment a policy that compares with it is an index condition.
create function optibid_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('optibid.organisation', true), '')::uuid;
--rollback drop function optibid_organisation();

--changeset optibid:tenancy-0.2-isolate splitStatements:false
--comment Keeps the rows of organisations apart in a table, and gives the application's role the named
--comment privileges. The table has organisation_id, not null, and an index that leads with it.
create function optibid_isolate(isolated regclass, privileges text default 'select, insert, update, delete')
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if privileges !~ '^(select|insert|update|delete)(, (select|insert|update|delete))*$' then
        raise exception 'optibid_isolate: "%" is no list of select, insert, update, delete', privileges;
    end if;
    if not exists (select from pg_attribute where attrelid = isolated and attname = 'organisation_id' and attnotnull) then
        raise exception 'optibid_isolate: % needs a column "organisation_id uuid not null"', isolated;
    end if;
    if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                   where i.indrelid = isolated and a.attname = 'organisation_id' and i.indpred is null) then
        raise exception 'optibid_isolate: % needs an index that leads with organisation_id', isolated;
    end if;
    execute format('alter table %s enable row level security', isolated);
    execute format('create policy organisation on %s using (organisation_id = public.optibid_organisation()) '
        'with check (organisation_id = public.optibid_organisation())', isolated);
    execute format('revoke all on %s from public', isolated);
    execute format('grant %s on %s to optibid_application', privileges, isolated);
end
$$;
revoke all on function optibid_isolate(regclass, text) from public;
--rollback drop function optibid_isolate(regclass, text);

--changeset optibid:tenancy-0.2-lookup splitStatements:false
--comment Lets functions of optibid_platform read a table across organisations.
create function optibid_lookup(read regclass)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('grant select on %s to optibid_platform', read);
    if not exists (select from pg_policy where polrelid = read and polname = 'lookup') then
        execute format('create policy lookup on %s for select to optibid_platform using (true)', read);
    end if;
end
$$;
revoke all on function optibid_lookup(regclass) from public;
--rollback drop function optibid_lookup(regclass);

--changeset optibid:tenancy-0.2-lookup-owner splitStatements:false
--comment Makes a function a look-up across organisations: it runs as optibid_platform, and the application may call it.
create function optibid_lookup_owner(looks_up regprocedure)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    home text;
begin
    select pronamespace::regnamespace::text into strict home from pg_proc
     where oid = looks_up and prosecdef and exists (select from unnest(proconfig) c where c like 'search_path=%');
    execute format('revoke all on function %s from public', looks_up);
    execute format('grant execute on function %s to optibid_application', looks_up);
    -- A new owner must be allowed to create in the schema; nothing else needs it.
    execute format('grant create on schema %s to optibid_platform', home);
    execute format('alter function %s owner to optibid_platform', looks_up);
    execute format('revoke create on schema %s from optibid_platform', home);
exception
    when no_data_found then
        raise exception 'optibid_lookup_owner: % needs "security definer" and "set search_path = pg_catalog, public, '
            'pg_temp"', looks_up;
end
$$;
revoke all on function optibid_lookup_owner(regprocedure) from public;
--rollback drop function optibid_lookup_owner(regprocedure);

--changeset optibid:tenancy-0.2-platform
--comment The platform itself, which its own audit entries, timers and operators belong to.
insert into organisations (id, name, created_at)
values ('00000000-0000-0000-0000-000000000000', 'Platform', now());
--rollback delete from users where organisation_id = '00000000-0000-0000-0000-000000000000';
--rollback delete from organisations where id = '00000000-0000-0000-0000-000000000000';

--changeset optibid:tenancy-0.2-platform-tables
--comment What belongs to the platform and not to an organisation, each with what the application does there and no more.
--comment A lock of a row needs the right to update one column: of auctions that is created_at.
grant select on databasechangelog to optibid_application;
grant select on roles, market_operators, zones, products, product_zones, rule_sets to optibid_application;
grant select, insert on market_data_imports, prices, fundamentals, auctions to optibid_application;
grant update (created_at) on auctions to optibid_application;
grant select on exchange_orders, exchange_net_exports to optibid_application;
revoke all on function market_ensure_partitions(text, timestamptz, timestamptz) from public;
grant execute on function market_ensure_partitions(text, timestamptz, timestamptz) to optibid_application;
--rollback revoke all on databasechangelog, roles, market_operators, zones, products, product_zones, rule_sets from optibid_application;
--rollback revoke all on market_data_imports, prices, fundamentals, auctions from optibid_application;
--rollback revoke all on exchange_orders, exchange_net_exports from optibid_application;
--rollback revoke all on function market_ensure_partitions(text, timestamptz, timestamptz) from optibid_application;
--rollback grant execute on function market_ensure_partitions(text, timestamptz, timestamptz) to public;

--changeset optibid:tenancy-0.2-isolate-organisations
--comment An organisation sees itself. The primary key serves the policy. Nobody deletes one.
alter table organisations enable row level security;
create policy organisation on organisations
    using (id = optibid_organisation()) with check (id = optibid_organisation());
revoke all on organisations from public;
grant select, insert, update on organisations to optibid_application;
--rollback drop policy organisation on organisations;
--rollback alter table organisations no force row level security, disable row level security;
--rollback revoke all on organisations from optibid_application;

--changeset optibid:tenancy-0.2-isolate-users
--comment users_organisation_key serves the foreign key of what belongs to a user; it also keeps a row from belonging to a user of
--comment another organisation.
alter table users add constraint users_organisation_key unique (organisation_id, id);
select optibid_isolate('users');
alter table user_roles add column organisation_id uuid;
update user_roles set organisation_id = u.organisation_id from users u where u.id = user_id;
alter table user_roles
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint user_roles_pkey,
    add constraint user_roles_pkey primary key (organisation_id, user_id, role_code),
    drop constraint user_roles_user_id_fkey,
    add constraint user_roles_user_id_fkey foreign key (organisation_id, user_id)
        references users (organisation_id, id) on delete cascade;
select optibid_isolate('user_roles');
--rollback drop policy organisation on user_roles;
--rollback alter table user_roles no force row level security, disable row level security;
--rollback revoke all on user_roles from optibid_application;
--rollback alter table user_roles drop constraint user_roles_user_id_fkey, drop constraint user_roles_pkey, drop column organisation_id, add constraint user_roles_pkey primary key (user_id, role_code), add constraint user_roles_user_id_fkey foreign key (user_id) references users (id) on delete cascade;
--rollback drop policy organisation on users;
--rollback alter table users no force row level security, disable row level security;
--rollback revoke all on users from optibid_application;
--rollback alter table users drop constraint users_organisation_key;

--changeset optibid:tenancy-0.2-isolate-idempotency-keys
select optibid_isolate('idempotency_keys');
--rollback drop policy organisation on idempotency_keys;
--rollback alter table idempotency_keys no force row level security, disable row level security;
--rollback revoke all on idempotency_keys from optibid_application;

--changeset optibid:tenancy-0.2-isolate-outbox
--comment Events of the platform, without an organisation, are added in the transaction of whoever caused them, and read by none.
--comment outbox_events_organisation_ix serves the policy: the events of an organisation, in their order.
create index outbox_events_organisation_ix on outbox_events (organisation_id, id);
alter table outbox_events enable row level security;
create policy organisation on outbox_events
    using (organisation_id = optibid_organisation()) with check (organisation_id = optibid_organisation());
create policy platform on outbox_events for insert
    with check (organisation_id is null and optibid_organisation() is not null);
revoke all on outbox_events from public;
grant select, insert on outbox_events to optibid_application;
--rollback drop policy platform on outbox_events;
--rollback drop policy organisation on outbox_events;
--rollback alter table outbox_events no force row level security, disable row level security;
--rollback revoke all on outbox_events from optibid_application;
--rollback drop index outbox_events_organisation_ix;

--changeset optibid:tenancy-0.2-isolate-portfolio
--comment The new primary key of batteries serves: the battery of an asset, within its organisation.
select optibid_isolate('sites');
select optibid_isolate('assets');
alter table batteries add column organisation_id uuid;
update batteries set organisation_id = a.organisation_id from assets a where a.id = asset_id;
alter table batteries
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint batteries_pkey,
    add constraint batteries_pkey primary key (organisation_id, asset_id),
    drop constraint batteries_asset_id_fkey,
    add constraint batteries_asset_id_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade;
select optibid_isolate('batteries');
--rollback drop policy organisation on batteries;
--rollback alter table batteries no force row level security, disable row level security;
--rollback revoke all on batteries from optibid_application;
--rollback alter table batteries drop constraint batteries_asset_id_fkey, drop constraint batteries_pkey, drop column organisation_id, add constraint batteries_pkey primary key (asset_id), add constraint batteries_asset_id_fkey foreign key (asset_id) references assets (id) on delete cascade;
--rollback drop policy organisation on assets;
--rollback alter table assets no force row level security, disable row level security;
--rollback revoke all on assets from optibid_application;
--rollback drop policy organisation on sites;
--rollback alter table sites no force row level security, disable row level security;
--rollback revoke all on sites from optibid_application;

--changeset optibid:tenancy-0.2-isolate-bid-runs
--comment The new primary keys lead with the organisation and serve what the old ones served: the steps and the prices of a run.
alter table bid_runs add constraint bid_runs_organisation_key unique (organisation_id, id);
alter table bid_runs
    drop constraint bid_runs_asset_id_fkey,
    add constraint bid_runs_asset_id_fkey foreign key (asset_id, organisation_id) references assets (id, organisation_id);
select optibid_isolate('bid_runs');
alter table bid_run_steps add column organisation_id uuid;
update bid_run_steps set organisation_id = p.organisation_id from bid_runs p where p.id = run_id;
alter table bid_run_steps
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint bid_run_steps_pkey,
    add constraint bid_run_steps_pkey primary key (organisation_id, run_id, ordinal),
    drop constraint bid_run_steps_run_id_fkey,
    add constraint bid_run_steps_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('bid_run_steps');
alter table bid_run_prices add column organisation_id uuid;
update bid_run_prices set organisation_id = p.organisation_id from bid_runs p where p.id = run_id;
alter table bid_run_prices
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint bid_run_prices_pkey,
    add constraint bid_run_prices_pkey primary key (organisation_id, run_id, ordinal),
    drop constraint bid_run_prices_run_id_fkey,
    add constraint bid_run_prices_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('bid_run_prices');
--rollback drop policy organisation on bid_run_prices;
--rollback alter table bid_run_prices no force row level security, disable row level security;
--rollback revoke all on bid_run_prices from optibid_application;
--rollback alter table bid_run_prices drop constraint bid_run_prices_run_id_fkey, drop constraint bid_run_prices_pkey, drop column organisation_id, add constraint bid_run_prices_pkey primary key (run_id, ordinal), add constraint bid_run_prices_run_id_fkey foreign key (run_id) references bid_runs (id);
--rollback drop policy organisation on bid_run_steps;
--rollback alter table bid_run_steps no force row level security, disable row level security;
--rollback revoke all on bid_run_steps from optibid_application;
--rollback alter table bid_run_steps drop constraint bid_run_steps_run_id_fkey, drop constraint bid_run_steps_pkey, drop column organisation_id, add constraint bid_run_steps_pkey primary key (run_id, ordinal), add constraint bid_run_steps_run_id_fkey foreign key (run_id) references bid_runs (id);
--rollback drop policy organisation on bid_runs;
--rollback alter table bid_runs no force row level security, disable row level security;
--rollback revoke all on bid_runs from optibid_application;
--rollback alter table bid_runs drop constraint bid_runs_asset_id_fkey, add constraint bid_runs_asset_id_fkey foreign key (asset_id) references assets (id), drop constraint bid_runs_organisation_key;

--changeset optibid:tenancy-0.2-isolate-forecasts
--comment forecasts_organisation_key takes the place of the index on the organisation alone; the points are read by their forecast.
drop index forecasts_by_organisation;
alter table forecasts
    add constraint forecasts_organisation_key unique (organisation_id, id),
    drop constraint forecasts_run_id_fkey,
    add constraint forecasts_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('forecasts');
alter table forecast_points add column organisation_id uuid;
update forecast_points set organisation_id = p.organisation_id from forecasts p where p.id = forecast_id;
alter table forecast_points
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint forecast_points_pkey,
    add constraint forecast_points_pkey primary key (organisation_id, forecast_id, ordinal),
    drop constraint forecast_points_forecast_id_fkey,
    add constraint forecast_points_forecast_id_fkey foreign key (organisation_id, forecast_id) references forecasts (organisation_id, id);
select optibid_isolate('forecast_points');
--rollback drop policy organisation on forecast_points;
--rollback alter table forecast_points no force row level security, disable row level security;
--rollback revoke all on forecast_points from optibid_application;
--rollback alter table forecast_points drop constraint forecast_points_forecast_id_fkey, drop constraint forecast_points_pkey, drop column organisation_id, add constraint forecast_points_pkey primary key (forecast_id, ordinal), add constraint forecast_points_forecast_id_fkey foreign key (forecast_id) references forecasts (id);
--rollback drop policy organisation on forecasts;
--rollback alter table forecasts no force row level security, disable row level security;
--rollback revoke all on forecasts from optibid_application;
--rollback alter table forecasts drop constraint forecasts_run_id_fkey, add constraint forecasts_run_id_fkey foreign key (run_id) references bid_runs (id), drop constraint forecasts_organisation_key;
--rollback create index forecasts_by_organisation on forecasts (organisation_id);

--changeset optibid:tenancy-0.2-isolate-plans
--comment plans_organisation_key takes the place of the index on the organisation alone; the points are read by their plan.
drop index plans_by_organisation;
alter table plans
    add constraint plans_organisation_key unique (organisation_id, id),
    drop constraint plans_run_id_fkey,
    add constraint plans_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('plans');
alter table plan_points add column organisation_id uuid;
update plan_points set organisation_id = p.organisation_id from plans p where p.id = plan_id;
alter table plan_points
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint plan_points_pkey,
    add constraint plan_points_pkey primary key (organisation_id, plan_id, ordinal),
    drop constraint plan_points_plan_id_fkey,
    add constraint plan_points_plan_id_fkey foreign key (organisation_id, plan_id) references plans (organisation_id, id);
select optibid_isolate('plan_points');
--rollback drop policy organisation on plan_points;
--rollback alter table plan_points no force row level security, disable row level security;
--rollback revoke all on plan_points from optibid_application;
--rollback alter table plan_points drop constraint plan_points_plan_id_fkey, drop constraint plan_points_pkey, drop column organisation_id, add constraint plan_points_pkey primary key (plan_id, ordinal), add constraint plan_points_plan_id_fkey foreign key (plan_id) references plans (id);
--rollback drop policy organisation on plans;
--rollback alter table plans no force row level security, disable row level security;
--rollback revoke all on plans from optibid_application;
--rollback alter table plans drop constraint plans_run_id_fkey, add constraint plans_run_id_fkey foreign key (run_id) references bid_runs (id), drop constraint plans_organisation_key;
--rollback create index plans_by_organisation on plans (organisation_id);

--changeset optibid:tenancy-0.2-isolate-bids
--comment bids_organisation_key takes the place of the index on the organisation alone; the points are read by their bid.
drop index bids_by_organisation;
alter table bids
    add constraint bids_organisation_key unique (organisation_id, id),
    drop constraint bids_run_id_fkey,
    add constraint bids_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('bids');
alter table bid_curve_points add column organisation_id uuid;
update bid_curve_points set organisation_id = p.organisation_id from bids p where p.id = bid_id;
alter table bid_curve_points
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint bid_curve_points_pkey,
    add constraint bid_curve_points_pkey primary key (organisation_id, bid_id, ordinal),
    drop constraint bid_curve_points_bid_id_fkey,
    add constraint bid_curve_points_bid_id_fkey foreign key (organisation_id, bid_id) references bids (organisation_id, id);
select optibid_isolate('bid_curve_points');
--rollback drop policy organisation on bid_curve_points;
--rollback alter table bid_curve_points no force row level security, disable row level security;
--rollback revoke all on bid_curve_points from optibid_application;
--rollback alter table bid_curve_points drop constraint bid_curve_points_bid_id_fkey, drop constraint bid_curve_points_pkey, drop column organisation_id, add constraint bid_curve_points_pkey primary key (bid_id, ordinal), add constraint bid_curve_points_bid_id_fkey foreign key (bid_id) references bids (id);
--rollback drop policy organisation on bids;
--rollback alter table bids no force row level security, disable row level security;
--rollback revoke all on bids from optibid_application;
--rollback alter table bids drop constraint bids_run_id_fkey, add constraint bids_run_id_fkey foreign key (run_id) references bid_runs (id), drop constraint bids_organisation_key;
--rollback create index bids_by_organisation on bids (organisation_id);

--changeset optibid:tenancy-0.2-isolate-clearing-results
--comment The new primary key serves: what the exchange said of a bid.
alter table clearing_results add column organisation_id uuid;
update clearing_results set organisation_id = p.organisation_id from bids p where p.id = bid_id;
alter table clearing_results
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint clearing_results_pkey,
    add constraint clearing_results_pkey primary key (organisation_id, bid_id),
    drop constraint clearing_results_bid_id_fkey,
    add constraint clearing_results_bid_id_fkey foreign key (organisation_id, bid_id) references bids (organisation_id, id);
select optibid_isolate('clearing_results');
--rollback drop policy organisation on clearing_results;
--rollback alter table clearing_results no force row level security, disable row level security;
--rollback revoke all on clearing_results from optibid_application;
--rollback alter table clearing_results drop constraint clearing_results_bid_id_fkey, drop constraint clearing_results_pkey, drop column organisation_id, add constraint clearing_results_pkey primary key (bid_id), add constraint clearing_results_bid_id_fkey foreign key (bid_id) references bids (id);

--changeset optibid:tenancy-0.2-isolate-positions
alter table positions
    drop constraint positions_run_id_fkey,
    add constraint positions_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('positions');
--rollback drop policy organisation on positions;
--rollback alter table positions no force row level security, disable row level security;
--rollback revoke all on positions from optibid_application;
--rollback alter table positions drop constraint positions_run_id_fkey, add constraint positions_run_id_fkey foreign key (run_id) references bid_runs (id);

--changeset optibid:tenancy-0.2-isolate-settlements
--comment settlements_organisation_key takes the place of the index on the organisation alone; the periods are read by their settlement.
drop index settlements_by_organisation;
alter table settlements
    add constraint settlements_organisation_key unique (organisation_id, id),
    drop constraint settlements_run_id_fkey,
    add constraint settlements_run_id_fkey foreign key (organisation_id, run_id) references bid_runs (organisation_id, id);
select optibid_isolate('settlements');
alter table settlement_periods add column organisation_id uuid;
update settlement_periods set organisation_id = p.organisation_id from settlements p where p.id = settlement_id;
alter table settlement_periods
    alter column organisation_id set not null,
    alter column organisation_id set default optibid_organisation(),
    drop constraint settlement_periods_pkey,
    add constraint settlement_periods_pkey primary key (organisation_id, settlement_id, ordinal),
    drop constraint settlement_periods_settlement_id_fkey,
    add constraint settlement_periods_settlement_id_fkey foreign key (organisation_id, settlement_id) references settlements (organisation_id, id);
select optibid_isolate('settlement_periods');
--rollback drop policy organisation on settlement_periods;
--rollback alter table settlement_periods no force row level security, disable row level security;
--rollback revoke all on settlement_periods from optibid_application;
--rollback alter table settlement_periods drop constraint settlement_periods_settlement_id_fkey, drop constraint settlement_periods_pkey, drop column organisation_id, add constraint settlement_periods_pkey primary key (settlement_id, ordinal), add constraint settlement_periods_settlement_id_fkey foreign key (settlement_id) references settlements (id);
--rollback drop policy organisation on settlements;
--rollback alter table settlements no force row level security, disable row level security;
--rollback revoke all on settlements from optibid_application;
--rollback alter table settlements drop constraint settlements_run_id_fkey, add constraint settlements_run_id_fkey foreign key (run_id) references bid_runs (id), drop constraint settlements_organisation_key;
--rollback create index settlements_by_organisation on settlements (organisation_id);

--changeset optibid:tenancy-0.2-lookup-claimable-bid-runs
--comment Runs that wait for a worker or whose worker has fallen silent, the oldest first; bid_runs_open serves it. To claim one, the
--comment worker enters its organisation and locks it there, unless another one was quicker.
select optibid_lookup('bid_runs');
create function optibid_bid_runs_to_claim(silent_since timestamptz, most integer) returns table (run_id uuid, organisation_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as '
    select r.id, r.organisation_id from bid_runs r
     where r.state = ''queued'' or (r.state = ''running'' and r.heartbeat_at < silent_since)
     order by r.created_at limit most
';
select optibid_lookup_owner('optibid_bid_runs_to_claim(timestamptz, integer)');
--rollback drop function optibid_bid_runs_to_claim(timestamptz, integer);
--rollback drop policy lookup on bid_runs;
--rollback revoke all on bid_runs from optibid_platform;

--changeset optibid:tenancy-0.2-lookup-awaiting-bid-runs
--comment Runs that wait for results, the oldest first; bid_runs_open serves it.
create function optibid_bid_runs_awaiting_results() returns table (run_id uuid, organisation_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as '
    select r.id, r.organisation_id from bid_runs r where r.state = ''awaiting-results'' order by r.created_at
';
select optibid_lookup_owner('optibid_bid_runs_awaiting_results()');
--rollback drop function optibid_bid_runs_awaiting_results();

--changeset optibid:tenancy-0.2-lookup-old-idempotency-keys
--comment Organisations that have keys past their 24 hours; idempotency_keys_created_idx serves it.
select optibid_lookup('idempotency_keys');
create function optibid_organisations_with_idempotency_keys(before timestamptz) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp
as '
    select distinct k.organisation_id from idempotency_keys k where k.created_at < before
';
select optibid_lookup_owner('optibid_organisations_with_idempotency_keys(timestamptz)');
--rollback drop function optibid_organisations_with_idempotency_keys(timestamptz);
--rollback drop policy lookup on idempotency_keys;
--rollback revoke all on idempotency_keys from optibid_platform;

