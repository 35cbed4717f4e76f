--liquibase formatted sql

--changeset optibid:portfolio-0.1-sites
--comment A place with plant behind one grid connection.
create table sites (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    name text not null check (length(name) between 1 and 200),
    zone_id smallint not null references zones (id),
    version integer not null default 0,
    created_at timestamptz not null,
    unique (organisation_id, name),
    unique (id, organisation_id)
);
--rollback drop table sites;

--changeset optibid:portfolio-0.1-assets
--comment A plant that is bid for. unique (organisation_id, name) serves: the assets of an organisation, by name.
create table assets (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    site_id uuid,
    zone_id smallint not null references zones (id),
    kind text not null check (kind in ('battery')),
    name text not null check (length(name) between 1 and 200),
    version integer not null default 0,
    created_at timestamptz not null,
    constraint assets_organisation_name_key unique (organisation_id, name),
    unique (id, organisation_id),
    foreign key (site_id, organisation_id) references sites (id, organisation_id)
);
--rollback drop table assets;

--changeset optibid:portfolio-0.1-assets-site
--comment Query: the assets of a site.
create index assets_site_idx on assets (site_id) where site_id is not null;
--rollback drop index assets_site_idx;

--changeset optibid:portfolio-0.1-batteries
--comment Powers at the grid connection, the capacity between empty and full inside; cycles_per_day absent: unlimited.
create table batteries (
    asset_id uuid primary key references assets (id) on delete cascade,
    charge_power_mw numeric(12, 3) not null check (charge_power_mw > 0),
    discharge_power_mw numeric(12, 3) not null check (discharge_power_mw > 0),
    usable_capacity_mwh numeric(12, 3) not null check (usable_capacity_mwh > 0),
    charge_efficiency numeric(7, 6) not null check (charge_efficiency > 0 and charge_efficiency <= 1),
    discharge_efficiency numeric(7, 6) not null check (discharge_efficiency > 0 and discharge_efficiency <= 1),
    self_discharge_per_hour numeric(9, 8) not null default 0
        check (self_discharge_per_hour >= 0 and self_discharge_per_hour < 1),
    degradation_cost_per_mwh numeric(12, 4) not null default 0 check (degradation_cost_per_mwh >= 0),
    cycles_per_day numeric(7, 3) check (cycles_per_day > 0)
);
--rollback drop table batteries;
