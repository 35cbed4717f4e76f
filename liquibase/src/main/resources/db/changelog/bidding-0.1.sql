--liquibase formatted sql

--changeset optibid:bidding-0.1-auctions
--comment: One auction per product, zone and delivery day; the unique key serves its look-up. The rules are copied, so that what was traded keeps them.
CREATE TABLE auctions (
    id uuid PRIMARY KEY,
    product_id smallint NOT NULL REFERENCES products (id),
    zone_id smallint NOT NULL REFERENCES zones (id),
    delivery_date date NOT NULL,
    time_zone text NOT NULL,
    minutes smallint NOT NULL CHECK (minutes IN (15, 30, 60)),
    currency char(3) NOT NULL,
    gate_closure timestamptz NOT NULL,
    result_time timestamptz NOT NULL,
    min_price numeric(12, 4) NOT NULL,
    max_price numeric(12, 4) NOT NULL,
    price_tick numeric(12, 4) NOT NULL CHECK (price_tick > 0),
    quantity_step_mw numeric(12, 4) NOT NULL CHECK (quantity_step_mw > 0),
    max_curve_points integer NOT NULL CHECK (max_curve_points > 0),
    created_at timestamptz NOT NULL,
    UNIQUE (product_id, zone_id, delivery_date),
    CHECK (min_price < max_price),
    CHECK (gate_closure <= result_time)
);
--rollback DROP TABLE auctions;

--changeset optibid:bidding-0.1-exchange-orders
--comment: The order book that the built-in exchange may hold: orders of other participants. The primary key serves reading a book by auction and period.
CREATE TABLE exchange_orders (
    auction_id uuid NOT NULL REFERENCES auctions (id),
    period_start timestamptz NOT NULL,
    order_id text NOT NULL CHECK (length(order_id) BETWEEN 1 AND 100),
    ordinal smallint NOT NULL CHECK (ordinal >= 0),
    participant text NOT NULL CHECK (length(participant) BETWEEN 1 AND 200),
    side text NOT NULL CHECK (side IN ('sell', 'buy')),
    price numeric(12, 4) NOT NULL,
    quantity_mw numeric(12, 4) NOT NULL CHECK (quantity_mw > 0),
    PRIMARY KEY (auction_id, period_start, order_id, ordinal)
);
CREATE TABLE exchange_net_exports (
    auction_id uuid NOT NULL REFERENCES auctions (id),
    period_start timestamptz NOT NULL,
    net_export_mw numeric(12, 4) NOT NULL,
    PRIMARY KEY (auction_id, period_start)
);
--rollback DROP TABLE exchange_net_exports; DROP TABLE exchange_orders;

--changeset optibid:bidding-0.1-runs
--comment: bid_runs_by_organisation serves the list of an organisation's runs, newest first; bid_runs_open serves the worker that claims the next run and finds those that wait.
CREATE TABLE bid_runs (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    created_by uuid NOT NULL REFERENCES users (id),
    asset_id uuid NOT NULL REFERENCES assets (id),
    asset_name text NOT NULL,
    product_code text NOT NULL,
    zone_code text NOT NULL,
    delivery_date date NOT NULL,
    as_of timestamptz NOT NULL,
    forecaster text NOT NULL,
    bid_style text NOT NULL CHECK (bid_style IN ('price-taking', 'opportunity-curves')),
    start_mwh numeric(12, 6) NOT NULL CHECK (start_mwh >= 0),
    end_mwh numeric(12, 6) CHECK (end_mwh >= 0),
    battery jsonb NOT NULL,
    auction_id uuid REFERENCES auctions (id),
    simulated boolean NOT NULL,
    state text NOT NULL
        CHECK (state IN ('queued', 'running', 'awaiting-results', 'succeeded', 'failed', 'cancelled')),
    cancel_requested boolean NOT NULL DEFAULT false,
    claimed_by uuid,
    heartbeat_at timestamptz,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    problem_code text,
    problem_detail text,
    version integer NOT NULL,
    CHECK ((state IN ('succeeded', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
    CHECK ((state = 'failed') = (problem_code IS NOT NULL)),
    CHECK ((state = 'running') = (claimed_by IS NOT NULL AND heartbeat_at IS NOT NULL))
);
CREATE INDEX bid_runs_by_organisation ON bid_runs (organisation_id, created_at DESC, id DESC);
CREATE INDEX bid_runs_by_asset ON bid_runs (asset_id);
CREATE INDEX bid_runs_by_creator ON bid_runs (created_by);
CREATE INDEX bid_runs_by_auction ON bid_runs (auction_id);
CREATE INDEX bid_runs_open ON bid_runs (state, created_at) WHERE state IN ('queued', 'running', 'awaiting-results');
CREATE TABLE bid_run_steps (
    run_id uuid NOT NULL REFERENCES bid_runs (id),
    ordinal smallint NOT NULL CHECK (ordinal >= 0),
    name text NOT NULL CHECK (name IN ('inputs', 'forecast', 'plan', 'bids', 'validate', 'submit', 'clear', 'settle')),
    state text NOT NULL CHECK (state IN ('pending', 'running', 'done', 'failed')),
    started_at timestamptz,
    finished_at timestamptz,
    inputs jsonb,
    PRIMARY KEY (run_id, ordinal),
    UNIQUE (run_id, name)
);
--rollback DROP TABLE bid_run_steps; DROP TABLE bid_runs;

--changeset optibid:bidding-0.1-forecasts
--comment: Read whole by run.
CREATE TABLE forecasts (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    run_id uuid NOT NULL UNIQUE REFERENCES bid_runs (id),
    forecaster text NOT NULL,
    as_of timestamptz NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE INDEX forecasts_by_organisation ON forecasts (organisation_id);
CREATE TABLE forecast_points (
    forecast_id uuid NOT NULL REFERENCES forecasts (id),
    ordinal smallint NOT NULL CHECK (ordinal BETWEEN 0 AND 99),
    period_start timestamptz NOT NULL,
    minutes smallint NOT NULL CHECK (minutes IN (15, 30, 60)),
    price numeric(14, 6) NOT NULL,
    basis timestamptz[] NOT NULL,
    PRIMARY KEY (forecast_id, ordinal),
    UNIQUE (forecast_id, period_start)
);
--rollback DROP TABLE forecast_points; DROP TABLE forecasts;

--changeset optibid:bidding-0.1-plans
--comment: A run has the plan that its bids come from and, for comparison, the plan of perfect foresight. Read whole by run and purpose. The values of stored energy are null where they are unbounded.
CREATE TABLE plans (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    run_id uuid NOT NULL REFERENCES bid_runs (id),
    purpose text NOT NULL CHECK (purpose IN ('bid', 'perfect-foresight')),
    profit numeric(18, 6) NOT NULL,
    cycle_price numeric(14, 6) NOT NULL,
    binaries integer NOT NULL CHECK (binaries >= 0),
    made_at timestamptz NOT NULL,
    UNIQUE (run_id, purpose)
);
CREATE INDEX plans_by_organisation ON plans (organisation_id);
CREATE TABLE plan_points (
    plan_id uuid NOT NULL REFERENCES plans (id),
    ordinal smallint NOT NULL CHECK (ordinal BETWEEN 0 AND 99),
    period_start timestamptz NOT NULL,
    price numeric(14, 6) NOT NULL,
    power_mw numeric(14, 6) NOT NULL,
    state_of_charge_mwh numeric(14, 6) NOT NULL,
    opportunity_price numeric(14, 6) NOT NULL,
    value_of_one_more numeric(14, 6),
    value_of_one_less numeric(14, 6),
    PRIMARY KEY (plan_id, ordinal),
    UNIQUE (plan_id, period_start)
);
--rollback DROP TABLE plan_points; DROP TABLE plans;

--changeset optibid:bidding-0.1-bids
--comment: bids_by_auction serves the exchange, which reads an auction's bids; the unique key serves a run's.
CREATE TABLE bids (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    run_id uuid NOT NULL REFERENCES bid_runs (id),
    auction_id uuid NOT NULL REFERENCES auctions (id),
    asset_id uuid NOT NULL REFERENCES assets (id),
    period integer NOT NULL CHECK (period BETWEEN 1 AND 100),
    period_start timestamptz NOT NULL,
    minutes smallint NOT NULL CHECK (minutes IN (15, 30, 60)),
    side text NOT NULL CHECK (side IN ('sell', 'buy')),
    state text NOT NULL
        CHECK (state IN ('draft', 'validated', 'submitted', 'accepted', 'partially-accepted', 'rejected', 'cancelled')),
    created_at timestamptz NOT NULL,
    submitted_at timestamptz,
    UNIQUE (run_id, period_start, side)
);
CREATE INDEX bids_by_auction ON bids (auction_id, period_start);
CREATE INDEX bids_by_organisation ON bids (organisation_id);
CREATE INDEX bids_by_asset ON bids (asset_id);
CREATE TABLE bid_curve_points (
    bid_id uuid NOT NULL REFERENCES bids (id),
    ordinal smallint NOT NULL CHECK (ordinal >= 0),
    price numeric(12, 4) NOT NULL,
    quantity_mw numeric(12, 4) NOT NULL CHECK (quantity_mw > 0),
    PRIMARY KEY (bid_id, ordinal),
    UNIQUE (bid_id, price)
);
--rollback DROP TABLE bid_curve_points; DROP TABLE bids;

--changeset optibid:bidding-0.1-clearing-results
--comment: What the exchange said of each bid, and the price of every period, also of those without a bid. Read by bid and by run; the primary keys serve it.
CREATE TABLE clearing_results (
    bid_id uuid PRIMARY KEY REFERENCES bids (id),
    auction_id uuid NOT NULL REFERENCES auctions (id),
    price numeric(14, 6) NOT NULL,
    accepted_mw numeric(12, 4) NOT NULL CHECK (accepted_mw >= 0),
    basis text NOT NULL CHECK (basis IN ('published-price', 'order-book')),
    cleared_at timestamptz NOT NULL
);
CREATE INDEX clearing_results_by_auction ON clearing_results (auction_id);
CREATE TABLE bid_run_prices (
    run_id uuid NOT NULL REFERENCES bid_runs (id),
    ordinal smallint NOT NULL CHECK (ordinal BETWEEN 0 AND 99),
    period_start timestamptz NOT NULL,
    price numeric(14, 6) NOT NULL,
    PRIMARY KEY (run_id, ordinal),
    UNIQUE (run_id, period_start)
);
--rollback DROP TABLE bid_run_prices; DROP TABLE clearing_results;

--changeset optibid:bidding-0.1-positions
--comment: Net position of an asset in an auction; positions_by_asset serves the desk's view by asset and time. A later run of the same asset and auction supersedes an earlier one's.
CREATE TABLE positions (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    run_id uuid NOT NULL REFERENCES bid_runs (id),
    asset_id uuid NOT NULL REFERENCES assets (id),
    auction_id uuid NOT NULL REFERENCES auctions (id),
    period_start timestamptz NOT NULL,
    minutes smallint NOT NULL CHECK (minutes IN (15, 30, 60)),
    net_mw numeric(12, 4) NOT NULL,
    price numeric(14, 6) NOT NULL,
    superseded boolean NOT NULL DEFAULT false,
    UNIQUE (run_id, period_start)
);
CREATE UNIQUE INDEX positions_by_asset ON positions (asset_id, auction_id, period_start) WHERE NOT superseded;
CREATE INDEX positions_by_auction ON positions (auction_id);
CREATE INDEX positions_by_organisation ON positions (organisation_id);
--rollback DROP TABLE positions;

--changeset optibid:bidding-0.1-settlements
--comment: The money of a run, by period and in total. Read whole by run.
CREATE TABLE settlements (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    run_id uuid NOT NULL UNIQUE REFERENCES bid_runs (id),
    currency char(3) NOT NULL,
    market_revenue numeric(18, 6) NOT NULL,
    residual_revenue numeric(18, 6) NOT NULL,
    undeliverable_mwh numeric(18, 6) NOT NULL,
    undeliverable_revenue numeric(18, 6) NOT NULL,
    degradation_cost numeric(18, 6) NOT NULL,
    profit numeric(18, 6) NOT NULL,
    expected_profit numeric(18, 6) NOT NULL,
    perfect_foresight_profit numeric(18, 6) NOT NULL,
    settled_at timestamptz NOT NULL
);
CREATE INDEX settlements_by_organisation ON settlements (organisation_id);
CREATE TABLE settlement_periods (
    settlement_id uuid NOT NULL REFERENCES settlements (id),
    ordinal smallint NOT NULL CHECK (ordinal BETWEEN 0 AND 99),
    period_start timestamptz NOT NULL,
    price numeric(14, 6) NOT NULL,
    accepted_mw numeric(14, 6) NOT NULL,
    delivered_mw numeric(14, 6) NOT NULL,
    state_of_charge_mwh numeric(14, 6) NOT NULL,
    market_revenue numeric(18, 6) NOT NULL,
    residual_mwh numeric(18, 6) NOT NULL,
    residual_revenue numeric(18, 6) NOT NULL,
    undeliverable_mwh numeric(18, 6) NOT NULL,
    undeliverable_revenue numeric(18, 6) NOT NULL,
    degradation_cost numeric(18, 6) NOT NULL,
    profit numeric(18, 6) NOT NULL,
    PRIMARY KEY (settlement_id, ordinal),
    UNIQUE (settlement_id, period_start)
);
--rollback DROP TABLE settlement_periods; DROP TABLE settlements;
