--liquibase formatted sql

--changeset optibid:portfolio-0.2-sites
--comment Where a site is and what its connection carries. A site that assets stood on is kept when it is deleted, and its name is
--comment free again. sites_by_name serves: the sites of an organisation, by name, from a name on.
alter table sites
    add column latitude numeric(9, 6) check (latitude between -90 and 90),
    add column longitude numeric(9, 6) check (longitude between -180 and 180),
    add column import_limit_mw numeric(12, 3) check (import_limit_mw between 0 and 100000),
    add column export_limit_mw numeric(12, 3) check (export_limit_mw between 0 and 100000),
    add column deleted_at timestamptz,
    add constraint sites_location_check check ((latitude is null) = (longitude is null));
create index sites_by_name on sites (organisation_id, name, id);
alter table sites drop constraint sites_organisation_id_name_key;
create unique index sites_living_name_key on sites (organisation_id, name) where deleted_at is null;
--rollback alter table sites add constraint sites_organisation_id_name_key unique (organisation_id, name);
--rollback drop index sites_living_name_key;
--rollback drop index sites_by_name;
--rollback alter table sites drop constraint sites_location_check, drop column latitude, drop column longitude, drop column import_limit_mw, drop column export_limit_mw, drop column deleted_at;

--changeset optibid:portfolio-0.2-assets
--comment Six kinds. An asset that bid runs name is kept when it is deleted, and its name is free again. assets_by_name serves: the
--comment assets of an organisation, by name, from a name on.
alter table assets
    drop constraint assets_kind_check,
    add constraint assets_kind_check check (kind in ('battery', 'pv', 'wind', 'thermal', 'hydro', 'load')),
    add column deleted_at timestamptz;
create index assets_by_name on assets (organisation_id, name, id);
alter table assets drop constraint assets_organisation_name_key;
create unique index assets_living_name_key on assets (organisation_id, name) where deleted_at is null;
--rollback alter table assets add constraint assets_organisation_name_key unique (organisation_id, name);
--rollback drop index assets_living_name_key;
--rollback drop index assets_by_name;
--rollback alter table assets drop column deleted_at, drop constraint assets_kind_check, add constraint assets_kind_check check (kind in ('battery'));

--changeset optibid:portfolio-0.2-batteries
--comment The upper limits that the application has always checked.
alter table batteries
    add constraint batteries_limits_check check (charge_power_mw <= 100000 and discharge_power_mw <= 100000
        and usable_capacity_mwh <= 1000000 and degradation_cost_per_mwh <= 100000 and cycles_per_day <= 1000);
--rollback alter table batteries drop constraint batteries_limits_check;

--changeset optibid:portfolio-0.2-pv-plants
--comment AC power at the grid connection; azimuth clockwise from north. The primary key serves: the parameters of an asset, within its organisation.
create table pv_plants (
    asset_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    peak_power_mw numeric(12, 3) not null check (peak_power_mw > 0 and peak_power_mw <= 100000),
    dc_peak_power_mw numeric(12, 3) check (dc_peak_power_mw > 0 and dc_peak_power_mw <= 100000),
    mounting text not null check (mounting in ('fixed', 'single-axis', 'dual-axis')),
    tilt_degrees numeric(5, 2) check (tilt_degrees between 0 and 90),
    azimuth_degrees numeric(5, 2) check (azimuth_degrees >= 0 and azimuth_degrees < 360),
    losses_fraction numeric(5, 4) not null check (losses_fraction >= 0 and losses_fraction < 1),
    temperature_coefficient_per_kelvin numeric(6, 5)
        check (temperature_coefficient_per_kelvin between -0.02 and 0),
    check (dc_peak_power_mw between 0.5 * peak_power_mw and 3 * peak_power_mw),
    check ((mounting <> 'dual-axis') = (tilt_degrees is not null)),
    check ((mounting <> 'dual-axis') = (azimuth_degrees is not null)),
    constraint pv_plants_pkey primary key (organisation_id, asset_id),
    constraint pv_plants_asset_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade
);
select optibid_isolate('pv_plants');
--rollback drop table pv_plants;

--changeset optibid:portfolio-0.2-wind-farms
--comment Power of the whole farm; wind speeds at the hub. The primary key serves: the parameters of an asset, within its organisation.
create table wind_farms (
    asset_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    rated_power_mw numeric(12, 3) not null check (rated_power_mw > 0 and rated_power_mw <= 100000),
    turbine_count integer not null check (turbine_count between 1 and 10000),
    hub_height_m numeric(6, 2) not null check (hub_height_m > 0 and hub_height_m <= 300),
    rotor_diameter_m numeric(6, 2) not null check (rotor_diameter_m > 0 and rotor_diameter_m <= 400),
    cut_in_speed_m_per_s numeric(5, 2) not null check (cut_in_speed_m_per_s > 0 and cut_in_speed_m_per_s <= 60),
    rated_speed_m_per_s numeric(5, 2) not null check (rated_speed_m_per_s > 0 and rated_speed_m_per_s <= 60),
    cut_out_speed_m_per_s numeric(5, 2) not null check (cut_out_speed_m_per_s > 0 and cut_out_speed_m_per_s <= 60),
    wake_loss_fraction numeric(5, 4) not null check (wake_loss_fraction >= 0 and wake_loss_fraction < 1),
    availability_fraction numeric(5, 4) not null check (availability_fraction > 0 and availability_fraction <= 1),
    check (2 * hub_height_m > rotor_diameter_m),
    check (cut_in_speed_m_per_s < rated_speed_m_per_s and rated_speed_m_per_s < cut_out_speed_m_per_s),
    constraint wind_farms_pkey primary key (organisation_id, asset_id),
    constraint wind_farms_asset_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade
);
select optibid_isolate('wind_farms');
--rollback drop table wind_farms;

--changeset optibid:portfolio-0.2-thermal-units
--comment Net electrical power; costs in the currency of the zone. The primary key serves: the parameters of an asset, within its organisation.
create table thermal_units (
    asset_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    fuel text not null check (fuel in ('natural-gas', 'hard-coal', 'lignite', 'oil', 'biomass', 'biogas', 'waste',
        'nuclear', 'hydrogen', 'other')),
    min_power_mw numeric(12, 3) not null check (min_power_mw >= 0 and min_power_mw <= 100000),
    max_power_mw numeric(12, 3) not null check (max_power_mw > 0 and max_power_mw <= 100000),
    ramp_up_mw_per_min numeric(12, 3) not null check (ramp_up_mw_per_min > 0 and ramp_up_mw_per_min <= 100000),
    ramp_down_mw_per_min numeric(12, 3) not null check (ramp_down_mw_per_min > 0 and ramp_down_mw_per_min <= 100000),
    min_up_hours numeric(6, 2) not null check (min_up_hours between 0 and 1000),
    min_down_hours numeric(6, 2) not null check (min_down_hours between 0 and 1000),
    start_cost numeric(14, 4) not null check (start_cost between 0 and 100000000),
    efficiency numeric(7, 6) check (efficiency > 0 and efficiency <= 1),
    heat_rate_gj_per_mwh numeric(8, 4) check (heat_rate_gj_per_mwh between 3.6 and 100),
    co2_tonnes_per_mwh numeric(7, 4) not null check (co2_tonnes_per_mwh between 0 and 5),
    variable_cost_per_mwh numeric(12, 4) not null check (variable_cost_per_mwh between 0 and 100000),
    check (min_power_mw <= max_power_mw),
    check ((efficiency is null) <> (heat_rate_gj_per_mwh is null)),
    constraint thermal_units_pkey primary key (organisation_id, asset_id),
    constraint thermal_units_asset_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade
);
select optibid_isolate('thermal_units');
--rollback drop table thermal_units;

--changeset optibid:portfolio-0.2-hydro-plants
--comment Energy of the water, before the losses of the turbine. The primary key serves: the parameters of an asset, within its organisation.
create table hydro_plants (
    asset_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    scheme text not null check (scheme in ('run-of-river', 'reservoir', 'pumped')),
    turbine_power_mw numeric(12, 3) not null check (turbine_power_mw > 0 and turbine_power_mw <= 100000),
    turbine_efficiency numeric(7, 6) not null check (turbine_efficiency > 0 and turbine_efficiency <= 1),
    pump_power_mw numeric(12, 3) check (pump_power_mw > 0 and pump_power_mw <= 100000),
    pump_efficiency numeric(7, 6) check (pump_efficiency > 0 and pump_efficiency <= 1),
    reservoir_min_mwh numeric(12, 3) check (reservoir_min_mwh between 0 and 100000000),
    reservoir_max_mwh numeric(12, 3) check (reservoir_max_mwh > 0 and reservoir_max_mwh <= 100000000),
    inflow_mw numeric(12, 3) not null check (inflow_mw >= 0 and inflow_mw <= 100000),
    check ((scheme = 'pumped') = (pump_power_mw is not null)),
    check ((scheme = 'pumped') = (pump_efficiency is not null)),
    check ((scheme <> 'run-of-river') = (reservoir_min_mwh is not null)),
    check ((scheme <> 'run-of-river') = (reservoir_max_mwh is not null)),
    check (reservoir_min_mwh < reservoir_max_mwh),
    constraint hydro_plants_pkey primary key (organisation_id, asset_id),
    constraint hydro_plants_asset_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade
);
select optibid_isolate('hydro_plants');
--rollback drop table hydro_plants;

--changeset optibid:portfolio-0.2-flexible-loads
--comment Consumption, as positive power. The primary key serves: the parameters of an asset, within its organisation.
create table flexible_loads (
    asset_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    baseline_mw numeric(12, 3) not null check (baseline_mw > 0 and baseline_mw <= 100000),
    flexible_up_mw numeric(12, 3) not null check (flexible_up_mw >= 0 and flexible_up_mw <= 100000),
    flexible_down_mw numeric(12, 3) not null check (flexible_down_mw >= 0 and flexible_down_mw <= 100000),
    max_shift_hours numeric(6, 2) not null check (max_shift_hours between 0 and 168),
    max_calls_per_day integer not null check (max_calls_per_day between 1 and 96),
    flexibility_cost_per_mwh numeric(12, 4) not null check (flexibility_cost_per_mwh between 0 and 100000),
    check (flexible_down_mw <= baseline_mw),
    constraint flexible_loads_pkey primary key (organisation_id, asset_id),
    constraint flexible_loads_asset_fkey foreign key (asset_id, organisation_id)
        references assets (id, organisation_id) on delete cascade
);
select optibid_isolate('flexible_loads');
--rollback drop table flexible_loads;
