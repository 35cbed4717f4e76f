--liquibase formatted sql

--changeset optibid:market-0.1-btree-gist
--comment Lets an exclusion constraint compare a product's number beside a range of days; a trusted extension.
create extension if not exists btree_gist;
--rollback empty

--changeset optibid:market-0.1-operators
create table market_operators (
    id   smallint not null,
    code text     not null,
    name text     not null,
    constraint market_operators_pk primary key (id),
    constraint market_operators_code_uq unique (code),
    constraint market_operators_code_ck check (code ~ '^[A-Z0-9_]{2,20}$'),
    constraint market_operators_name_ck check (name <> '')
);
--rollback drop table market_operators;

--changeset optibid:market-0.1-zones
create table zones (
    id        smallint not null,
    code      text     not null,
    name      text     not null,
    kind      text     not null,
    currency  text     not null,
    time_zone text     not null,
    constraint zones_pk primary key (id),
    constraint zones_code_uq unique (code),
    constraint zones_code_ck check (code ~ '^[A-Z0-9_]{2,20}$'),
    constraint zones_name_ck check (name <> ''),
    constraint zones_kind_ck check (kind in ('bidding', 'system')),
    constraint zones_currency_ck check (currency ~ '^[A-Z]{3}$')
);
comment on column zones.kind is 'bidding: orders are placed there; system: a reference price of several zones';
comment on column zones.time_zone is 'of the people who live there; the trading day is decided by rule_sets.time_zone';
--rollback drop table zones;

--changeset optibid:market-0.1-products
create table products (
    id          smallint not null,
    code        text     not null,
    name        text     not null,
    operator_id smallint not null,
    constraint products_pk primary key (id),
    constraint products_code_uq unique (code),
    constraint products_code_ck check (code ~ '^[A-Z0-9_]{2,20}$'),
    constraint products_name_ck check (name <> ''),
    constraint products_operator_fk foreign key (operator_id) references market_operators (id)
);
create table product_zones (
    product_id smallint not null,
    zone_id    smallint not null,
    constraint product_zones_pk primary key (product_id, zone_id),
    constraint product_zones_product_fk foreign key (product_id) references products (id),
    constraint product_zones_zone_fk foreign key (zone_id) references zones (id)
);
--rollback drop table product_zones;
--rollback drop table products;

--changeset optibid:market-0.1-rule-sets
--comment The rules of a product by delivery day. The exclusion's index also serves: the rules of a product on a day.
create table rule_sets (
    id                smallint not null,
    product_id        smallint not null,
    valid_from        date     not null,
    valid_to          date,
    time_zone         text     not null,
    minutes           smallint not null,
    gate_closure_time time     not null,
    result_time       time     not null,
    min_price         numeric  not null,
    max_price         numeric  not null,
    price_tick        numeric  not null,
    quantity_step_mw  numeric  not null,
    max_curve_points  smallint not null,
    currency          text     not null,
    verified          boolean  not null,
    source            text     not null,
    constraint rule_sets_pk primary key (id),
    constraint rule_sets_product_fk foreign key (product_id) references products (id),
    constraint rule_sets_days_ck check (valid_to > valid_from),
    constraint rule_sets_no_overlap_ex exclude using gist
        (product_id with =, daterange(valid_from, valid_to, '[)') with &&),
    constraint rule_sets_minutes_ck check (minutes in (15, 30, 60)),
    constraint rule_sets_times_ck check (gate_closure_time < result_time),
    constraint rule_sets_prices_ck check (min_price < max_price),
    constraint rule_sets_tick_ck check (price_tick > 0),
    constraint rule_sets_quantity_ck check (quantity_step_mw > 0),
    constraint rule_sets_curve_ck check (max_curve_points > 0),
    constraint rule_sets_currency_ck check (currency ~ '^[A-Z]{3}$'),
    constraint rule_sets_source_ck check (source <> '')
);
comment on column rule_sets.valid_from is 'first delivery day';
comment on column rule_sets.valid_to is 'first delivery day after it; absent while open-ended';
comment on column rule_sets.time_zone is 'decides the trading day, the gate closure and the result time';
comment on column rule_sets.gate_closure_time is 'on the day before delivery';
comment on column rule_sets.result_time is 'on the day before delivery';
comment on column rule_sets.verified is 'each number was read in the operator''s own text';
--rollback drop table rule_sets;

--changeset optibid:market-0.1-imports
--comment One row for each file that was taken in; the counts say what it changed.
create table market_data_imports (
    id                     uuid        not null,
    product_id             smallint    not null,
    zone_id                smallint    not null,
    imported_by            uuid        not null,
    organisation_id        uuid        not null,
    started_at             timestamptz not null,
    finished_at            timestamptz not null,
    sha256                 bytea       not null,
    bytes_read             bigint      not null,
    rows_read              bigint      not null,
    prices_stored          bigint      not null,
    prices_unchanged       bigint      not null,
    prices_revised         bigint      not null,
    fundamentals_stored    bigint      not null,
    fundamentals_unchanged bigint      not null,
    fundamentals_revised   bigint      not null,
    delivery_from          timestamptz not null,
    delivery_to            timestamptz not null,
    simulated              boolean     not null,
    constraint market_data_imports_pk primary key (id),
    constraint market_data_imports_product_fk foreign key (product_id) references products (id),
    constraint market_data_imports_zone_fk foreign key (zone_id) references zones (id),
    constraint market_data_imports_sha256_ck check (octet_length(sha256) = 32),
    constraint market_data_imports_counts_ck check (
        bytes_read >= 0 and rows_read > 0
        and prices_stored >= 0 and prices_unchanged >= 0 and prices_revised >= 0
        and fundamentals_stored >= 0 and fundamentals_unchanged >= 0 and fundamentals_revised >= 0),
    constraint market_data_imports_delivery_ck check (delivery_from < delivery_to),
    constraint market_data_imports_times_ck check (started_at <= finished_at)
);
comment on column market_data_imports.imported_by is 'user; all zeros for OptiBid itself (no foreign key for that reason)';
comment on column market_data_imports.sha256 is 'of the bytes as they were received, before unpacking';
--rollback drop table market_data_imports;

--changeset optibid:market-0.1-prices
--comment Bitemporal: one row per delivery period and instant at which the value was known. A corrected value for the
--comment same instant is a new revision; readers take the greatest known_at, then the greatest revision.
--comment The primary key serves: the prices of a product and zone in a range as known at an instant (read backwards);
--comment the first and the last delivery period of a product and zone; what an import must compare itself with.
--comment No foreign keys: an import checks product and zone once, a key would check them for each row.
create table prices (
    product_id     smallint    not null,
    zone_id        smallint    not null,
    delivery_start timestamptz not null,
    minutes        smallint    not null,
    known_at       timestamptz not null,
    revision       smallint    not null default 0,
    price          numeric     not null,
    simulated      boolean     not null,
    import_id      uuid        not null,
    constraint prices_pk primary key (product_id, zone_id, delivery_start, known_at, revision),
    constraint prices_minutes_ck check (minutes in (15, 30, 60)),
    constraint prices_revision_ck check (revision >= 0)
) partition by range (delivery_start);
comment on column prices.price is 'currency of the product per MWh; may be negative';
comment on column prices.import_id is 'market_data_imports.id';
--rollback drop table prices;

--changeset optibid:market-0.1-prices-simulated
--comment Serves: is any price of a product and zone simulated (coverage).
create index prices_simulated_ix on prices (product_id, zone_id) where simulated;
--rollback drop index prices_simulated_ix;

--changeset optibid:market-0.1-fundamentals
--comment Forecast or measured MW of a zone, such as load or wind; bitemporal like prices.
--comment The primary key serves: a series of a zone in a range as known at an instant.
create table fundamentals (
    zone_id        smallint    not null,
    series         text        not null,
    delivery_start timestamptz not null,
    minutes        smallint    not null,
    known_at       timestamptz not null,
    revision       smallint    not null default 0,
    value_mw       numeric     not null,
    simulated      boolean     not null,
    import_id      uuid        not null,
    constraint fundamentals_pk primary key (zone_id, series, delivery_start, known_at, revision),
    constraint fundamentals_series_ck check (series ~ '^[a-z0-9][a-z0-9-]{0,49}$'),
    constraint fundamentals_minutes_ck check (minutes in (15, 30, 60)),
    constraint fundamentals_revision_ck check (revision >= 0)
) partition by range (delivery_start);
comment on column fundamentals.import_id is 'market_data_imports.id';
--rollback drop table fundamentals;

--changeset optibid:market-0.1-partitions splitStatements:false runOnChange:true
--comment Makes the monthly partitions of prices or fundamentals that a range of delivery needs. Runs as its owner, so
--comment that the application's role needs no right to create tables. A new partition is made beside the table and then
--comment attached: that lets readers and other imports go on, where "create table ... partition of" would stop them. One
--comment lock for both tables, so that two imports never wait for each other. A month that was detached is not made anew: its
--comment rows would be missing beside the new ones.
create or replace function market_ensure_partitions(series_table text, first_start timestamptz, last_start timestamptz)
    returns integer
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    month_start timestamptz := date_trunc('month', first_start);
    month_end   timestamptz;
    partition   text;
    made        integer := 0;
begin
    if series_table not in ('prices', 'fundamentals') then
        raise exception 'no partitioned series: %', series_table using errcode = 'invalid_parameter_value';
    end if;
    if first_start < '2000-01-01' or last_start >= '2100-01-01' or last_start < first_start then
        raise exception 'delivery from % to % is not within 2000 to 2099', first_start, last_start
            using errcode = 'invalid_parameter_value';
    end if;
    while month_start <= last_start loop
        month_end := month_start + interval '1 month';
        partition := series_table || to_char(month_start, '"_"YYYY"_"MM');
        if to_regclass('public.' || partition) is null then
            perform pg_advisory_xact_lock(hashtext('market_ensure_partitions'), 0);
            -- Not to_regclass: it goes on saying what it said before another one made the partition.
            if not exists (select from pg_class where relnamespace = 'public'::regnamespace and relname = partition) then
                execute format('create table public.%I (like public.%I including all)', partition, series_table);
                execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
                    series_table, partition, month_start, month_end);
                made := made + 1;
            end if;
        end if;
        if not (select relispartition from pg_class where relnamespace = 'public'::regnamespace and relname = partition) then
            raise exception 'the month % is detached', to_char(month_start, 'YYYY-MM') using errcode = 'OB001';
        end if;
        month_start := month_end;
    end loop;
    return made;
end
$$;
--rollback drop function market_ensure_partitions(text, timestamptz, timestamptz);

--changeset optibid:market-0.1-reference-operators
insert into market_operators (id, code, name) values
    (1, 'SDAC', 'Single Day-Ahead Coupling of the European power exchanges'),
    (2, 'NORD_POOL', 'Nord Pool');
insert into products (id, code, name, operator_id) values
    (1, 'SDAC', 'European day-ahead auction (single day-ahead coupling)', 1),
    (2, 'N2EX', 'Great Britain day-ahead auction (N2EX)', 2);
--rollback delete from products where id in (1, 2);
--rollback delete from market_operators where id in (1, 2);

--changeset optibid:market-0.1-reference-zones
insert into zones (id, code, name, kind, currency, time_zone) values
    (1, 'DE_LU', 'Germany and Luxembourg', 'bidding', 'EUR', 'Europe/Berlin'),
    (2, 'DE_AT_LU', 'Germany, Austria and Luxembourg (until 2018-09-30)', 'bidding', 'EUR', 'Europe/Berlin'),
    (3, 'AT', 'Austria', 'bidding', 'EUR', 'Europe/Vienna'),
    (4, 'FR', 'France', 'bidding', 'EUR', 'Europe/Paris'),
    (5, 'NL', 'Netherlands', 'bidding', 'EUR', 'Europe/Amsterdam'),
    (6, 'BE', 'Belgium', 'bidding', 'EUR', 'Europe/Brussels'),
    (7, 'DK1', 'Denmark west', 'bidding', 'EUR', 'Europe/Copenhagen'),
    (8, 'DK2', 'Denmark east', 'bidding', 'EUR', 'Europe/Copenhagen'),
    (9, 'NO1', 'Norway south-east (Oslo)', 'bidding', 'EUR', 'Europe/Oslo'),
    (10, 'NO2', 'Norway south-west (Kristiansand)', 'bidding', 'EUR', 'Europe/Oslo'),
    (11, 'NO3', 'Norway middle (Trondheim)', 'bidding', 'EUR', 'Europe/Oslo'),
    (12, 'NO4', 'Norway north (Tromsø)', 'bidding', 'EUR', 'Europe/Oslo'),
    (13, 'NO5', 'Norway west (Bergen)', 'bidding', 'EUR', 'Europe/Oslo'),
    (14, 'SE1', 'Sweden Luleå', 'bidding', 'EUR', 'Europe/Stockholm'),
    (15, 'SE2', 'Sweden Sundsvall', 'bidding', 'EUR', 'Europe/Stockholm'),
    (16, 'SE3', 'Sweden Stockholm', 'bidding', 'EUR', 'Europe/Stockholm'),
    (17, 'SE4', 'Sweden Malmö', 'bidding', 'EUR', 'Europe/Stockholm'),
    (18, 'FI', 'Finland', 'bidding', 'EUR', 'Europe/Helsinki'),
    (19, 'EE', 'Estonia', 'bidding', 'EUR', 'Europe/Tallinn'),
    (20, 'LV', 'Latvia', 'bidding', 'EUR', 'Europe/Riga'),
    (21, 'LT', 'Lithuania', 'bidding', 'EUR', 'Europe/Vilnius'),
    (22, 'PL', 'Poland', 'bidding', 'EUR', 'Europe/Warsaw'),
    (23, 'CZ', 'Czechia', 'bidding', 'EUR', 'Europe/Prague'),
    (24, 'SK', 'Slovakia', 'bidding', 'EUR', 'Europe/Bratislava'),
    (25, 'HU', 'Hungary', 'bidding', 'EUR', 'Europe/Budapest'),
    (26, 'RO', 'Romania', 'bidding', 'EUR', 'Europe/Bucharest'),
    (27, 'BG', 'Bulgaria', 'bidding', 'EUR', 'Europe/Sofia'),
    (28, 'SI', 'Slovenia', 'bidding', 'EUR', 'Europe/Ljubljana'),
    (29, 'HR', 'Croatia', 'bidding', 'EUR', 'Europe/Zagreb'),
    (30, 'GR', 'Greece', 'bidding', 'EUR', 'Europe/Athens'),
    (31, 'ES', 'Spain', 'bidding', 'EUR', 'Europe/Madrid'),
    (32, 'PT', 'Portugal', 'bidding', 'EUR', 'Europe/Lisbon'),
    (33, 'IE_SEM', 'Ireland, single electricity market', 'bidding', 'EUR', 'Europe/Dublin'),
    (34, 'IT_NORD', 'Italy north', 'bidding', 'EUR', 'Europe/Rome'),
    (35, 'IT_CNOR', 'Italy centre-north', 'bidding', 'EUR', 'Europe/Rome'),
    (36, 'IT_CSUD', 'Italy centre-south', 'bidding', 'EUR', 'Europe/Rome'),
    (37, 'IT_SUD', 'Italy south', 'bidding', 'EUR', 'Europe/Rome'),
    (38, 'IT_CALA', 'Italy Calabria', 'bidding', 'EUR', 'Europe/Rome'),
    (39, 'IT_SICI', 'Italy Sicily', 'bidding', 'EUR', 'Europe/Rome'),
    (40, 'IT_SARD', 'Italy Sardinia', 'bidding', 'EUR', 'Europe/Rome'),
    (41, 'NP', 'Nordic system price', 'system', 'EUR', 'Europe/Oslo'),
    (42, 'GB', 'Great Britain', 'bidding', 'GBP', 'Europe/London');
insert into product_zones (product_id, zone_id) select 1, id from zones where id between 1 and 41;
insert into product_zones (product_id, zone_id) values (2, 42);
--rollback delete from product_zones where product_id in (1, 2) and zone_id between 1 and 42;
--rollback delete from zones where id between 1 and 42;

--changeset optibid:market-0.1-reference-rules
--comment Verified means that each number was read in the operator's own text; the source says what is known of which.
insert into rule_sets (id, product_id, valid_from, valid_to, time_zone, minutes, gate_closure_time, result_time,
    min_price, max_price, price_tick, quantity_step_mw, max_curve_points, currency, verified, source) values
    (1, 1, '2010-01-01', '2022-05-10', 'Europe/Brussels', 60, '12:00', '12:45',
        -500, 3000, 0.01, 0.1, 200, 'EUR', false,
        'Operators'' own texts: gate 12:00 and results about 12:45 on the day before, -500 to 3000 EUR/MWh before 2022-05-10. Secondary texts: tick 0.01. Unconfirmed: 0.1 MW, 200 curve points (the fewest that an exchange of the coupling allows), and all of it for the exchanges before the coupling of 2014.'),
    (2, 1, '2022-05-10', '2025-10-01', 'Europe/Brussels', 60, '12:00', '12:45',
        -500, 4000, 0.01, 0.1, 200, 'EUR', false,
        'Operators'' own texts: gate 12:00 and results about 12:45 on the day before, -500 to 4000 EUR/MWh. Secondary texts: tick 0.01. Unconfirmed: 0.1 MW, 200 curve points (the fewest that an exchange of the coupling allows).'),
    (3, 1, '2025-10-01', null, 'Europe/Brussels', 15, '12:00', '12:45',
        -500, 4000, 0.01, 0.1, 200, 'EUR', false,
        'Operators'' own texts: quarter-hours from delivery 2025-10-01 on, gate 12:00 and results about 12:45 on the day before, -500 to 4000 EUR/MWh. Secondary texts: tick 0.01. Unconfirmed: 0.1 MW, 200 curve points (the fewest that an exchange of the coupling allows).'),
    (4, 2, '2014-01-01', null, 'Europe/London', 60, '09:50', '10:00',
        -500, 3000, 0.01, 0.1, 200, 'GBP', false,
        'Operator''s own text: gate 09:50, results by 10:00 on the day before; -500 to 3000 GBP/MWh in its text of 2021, unconfirmed since. Unconfirmed: tick 0.01, 0.1 MW, 200 curve points, the first day.');
--rollback delete from rule_sets where id between 1 and 4;
