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
--comment Keeps the rows of organisations apart in a table, for its owner too, and gives the application's role the named
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
    execute format('alter table %s force row level security', isolated);
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
