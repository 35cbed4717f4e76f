--liquibase formatted sql

--changeset optibid:analytics-0.2-price-hours
--comment The best known prices of a product and zone by hour, so that a year is read in thousands of rows and not in
--comment millions. Kept by market_roll_up_prices within the transaction of each import.
--comment The primary key serves: the hours of a product in some zones in a range.
create table price_hours (
    product_id            smallint    not null,
    zone_id               smallint    not null,
    hour_start            timestamptz not null,
    periods               integer     not null,
    minutes               integer     not null,
    price_min             numeric     not null,
    price_max             numeric     not null,
    price_minutes         numeric     not null,
    price_squared_minutes numeric     not null,
    known_until           timestamptz not null,
    simulated             boolean     not null,
    constraint price_hours_pk primary key (product_id, zone_id, hour_start),
    constraint price_hours_counts_ck check (periods > 0 and minutes >= 15 * periods),
    constraint price_hours_range_ck check (price_min <= price_max)
);
comment on column price_hours.periods is 'delivery periods with a price';
comment on column price_hours.minutes is 'that they last together';
comment on column price_hours.price_minutes is 'sum of price times minutes: divided by minutes it is the mean by time';
comment on column price_hours.price_squared_minutes is 'sum of price squared times minutes';
comment on column price_hours.known_until is 'the latest known_at among the prices';
comment on column price_hours.simulated is 'whether any of the prices was made by the simulator';
grant select on price_hours to optibid_application;
--rollback drop table price_hours;

--changeset optibid:analytics-0.2-price-days
--comment The same by trading day, which the time zone of the product's rules decides: 23, 24 or 25 hours.
--comment The primary key serves: the days of a product in some zones in a range.
create table price_days (
    product_id            smallint    not null,
    zone_id               smallint    not null,
    delivery_date         date        not null,
    periods               integer     not null,
    minutes               integer     not null,
    price_min             numeric     not null,
    price_max             numeric     not null,
    price_minutes         numeric     not null,
    price_squared_minutes numeric     not null,
    known_until           timestamptz not null,
    simulated             boolean     not null,
    constraint price_days_pk primary key (product_id, zone_id, delivery_date),
    constraint price_days_counts_ck check (periods > 0 and minutes >= 15 * periods),
    constraint price_days_range_ck check (price_min <= price_max)
);
grant select on price_days to optibid_application;
--rollback drop table price_days;

--changeset optibid:analytics-0.2-roll-up splitStatements:false runOnChange:true
--comment Makes the hours and days of the prices from first_start to last_start anew, whatever was there: of each delivery start
--comment the value known last, and of that the last revision. Runs as its owner, so that only prices can make roll-ups. The
--comment hours are those of the zone that decides the trading day, which may be half an hour from those of UTC, and the days are
--comment made of them.
create or replace function market_roll_up_prices(
    rolled_product smallint, rolled_zone smallint, first_start timestamptz, last_start timestamptz)
    returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set work_mem = '64MB'
as $$
declare
    trading_zone text;
    an_hour      timestamptz;
    first_hour   timestamptz;
    last_hour    timestamptz;
begin
    select time_zone into strict trading_zone from public.rule_sets
     where product_id = rolled_product order by valid_from desc limit 1;
    an_hour := timestamp '2000-01-01' at time zone trading_zone;
    first_hour := date_bin('1 hour', first_start, an_hour);
    last_hour := date_bin('1 hour', last_start, an_hour);
    insert into public.price_hours as h
    select rolled_product, rolled_zone, date_bin('1 hour', delivery_start, an_hour), count(*), sum(minutes),
           min(price), max(price), sum(price * minutes), sum(price * price * minutes), max(known_at), bool_or(simulated)
      from (select distinct on (delivery_start) delivery_start, minutes, price, known_at, simulated
              from public.prices
             where product_id = rolled_product and zone_id = rolled_zone
               and delivery_start >= first_hour and delivery_start < last_hour + interval '1 hour'
             order by delivery_start desc, known_at desc, revision desc) latest
     group by 3
    on conflict (product_id, zone_id, hour_start) do update
       set periods = excluded.periods, minutes = excluded.minutes, price_min = excluded.price_min,
           price_max = excluded.price_max, price_minutes = excluded.price_minutes,
           price_squared_minutes = excluded.price_squared_minutes, known_until = excluded.known_until,
           simulated = excluded.simulated
     where h is distinct from excluded;
    insert into public.price_days as d
    select rolled_product, rolled_zone, (hour_start at time zone trading_zone)::date, sum(periods), sum(minutes),
           min(price_min), max(price_max), sum(price_minutes), sum(price_squared_minutes), max(known_until),
           bool_or(simulated)
      from public.price_hours
     where product_id = rolled_product and zone_id = rolled_zone
       and hour_start >= date_trunc('day', first_hour, trading_zone)
       and hour_start < (date_trunc('day', last_hour at time zone trading_zone) + interval '1 day') at time zone trading_zone
     group by 3
    on conflict (product_id, zone_id, delivery_date) do update
       set periods = excluded.periods, minutes = excluded.minutes, price_min = excluded.price_min,
           price_max = excluded.price_max, price_minutes = excluded.price_minutes,
           price_squared_minutes = excluded.price_squared_minutes, known_until = excluded.known_until,
           simulated = excluded.simulated
     where d is distinct from excluded;
end
$$;
revoke all on function market_roll_up_prices(smallint, smallint, timestamptz, timestamptz) from public;
grant execute on function market_roll_up_prices(smallint, smallint, timestamptz, timestamptz) to optibid_application;
--rollback drop function market_roll_up_prices(smallint, smallint, timestamptz, timestamptz);

--changeset optibid:analytics-0.2-roll-up-present
--comment What an earlier release has imported.
select market_roll_up_prices(product_id, zone_id, min(delivery_start), max(delivery_start))
  from prices group by product_id, zone_id;
--rollback empty
