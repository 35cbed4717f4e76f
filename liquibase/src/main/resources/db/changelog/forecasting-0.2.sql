--liquibase formatted sql

--changeset optibid:forecasting-0.2-model-runs
--comment A training of a model. The primary key serves: the runs of an organisation, newest first, from one on; model_runs_of_model: those
--comment of one model.
create table model_runs (
    id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    model_name text not null check (model_name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    name text check (length(name) between 1 and 200),
    state text not null check (state in ('running', 'finished', 'failed')),
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    metric_count integer not null default 0 check (metric_count between 0 and 10000),
    check ((state = 'running') = (ended_at is null)),
    constraint model_runs_pkey primary key (organisation_id, id),
    constraint model_runs_organisation_fkey foreign key (organisation_id) references organisations (id)
);
create index model_runs_of_model on model_runs (organisation_id, model_name, id desc);
select optibid_isolate('model_runs', 'select, insert, update');
--rollback drop table model_runs;

--changeset optibid:forecasting-0.2-model-run-parameters
--comment What a run was started with. The primary key serves: the parameters of a run, by name.
create table model_run_parameters (
    run_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    name text not null check (length(name) between 1 and 200),
    value text not null check (length(value) between 1 and 500),
    constraint model_run_parameters_pkey primary key (organisation_id, run_id, name),
    constraint model_run_parameters_run_fkey foreign key (organisation_id, run_id)
        references model_runs (organisation_id, id) on delete cascade
);
select optibid_isolate('model_run_parameters', 'select, insert');
--rollback drop table model_run_parameters;

--changeset optibid:forecasting-0.2-model-run-metrics
--comment What was measured, in the order in which it was told; a quality of a model and no money, so floating point; neither NaN nor
--comment infinite. The primary key serves: the metrics of a run, from one on. model_run_metrics_by_name serves: the last of each name.
create table model_run_metrics (
    run_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    ordinal integer not null check (ordinal between 1 and 10000),
    name text not null check (length(name) between 1 and 200),
    value double precision not null check (value > '-infinity' and value < 'infinity'),
    step integer not null,
    measured_at timestamptz not null,
    constraint model_run_metrics_pkey primary key (organisation_id, run_id, ordinal),
    constraint model_run_metrics_run_fkey foreign key (organisation_id, run_id)
        references model_runs (organisation_id, id) on delete cascade
);
create index model_run_metrics_by_name on model_run_metrics (organisation_id, run_id, name, step desc, ordinal desc);
select optibid_isolate('model_run_metrics', 'select, insert');
--rollback drop table model_run_metrics;

--changeset optibid:forecasting-0.2-model-artefacts
--comment A file that a run has made. mirrored says whether MLflow has it. The primary key serves: the artefacts of a run, by path.
create table model_artefacts (
    run_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    path text not null check (length(path) between 1 and 250),
    media_type text not null check (length(media_type) between 3 and 100),
    size_bytes integer not null check (size_bytes between 0 and 16777216),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null check (octet_length(content) = size_bytes),
    stored_at timestamptz not null,
    mirrored boolean not null default false,
    constraint model_artefacts_pkey primary key (organisation_id, run_id, path),
    constraint model_artefacts_run_fkey foreign key (organisation_id, run_id)
        references model_runs (organisation_id, id) on delete cascade
);
select optibid_isolate('model_artefacts', 'select, insert, update');
--rollback drop table model_artefacts;

--changeset optibid:forecasting-0.2-registered-models
--comment A model of which versions are registered. registered_models_name_key serves: the models of an organisation, by name, from a
--comment name on.
create table registered_models (
    id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    created_at timestamptz not null,
    constraint registered_models_pkey primary key (organisation_id, id),
    constraint registered_models_organisation_fkey foreign key (organisation_id) references organisations (id),
    constraint registered_models_name_key unique (organisation_id, name)
);
-- To update is to lock a model's row while one of its versions is added or changed.
select optibid_isolate('registered_models', 'select, insert, update');
--rollback drop table registered_models;

--changeset optibid:forecasting-0.2-model-versions
--comment A finished run that was registered. model_versions_number_key serves: the versions of a model, newest first, from one on;
--comment model_versions_run_key: the version of a run; model_versions_production_key: the one in production.
create table model_versions (
    id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    model_id uuid not null,
    number integer not null check (number >= 1),
    run_id uuid not null,
    description text check (length(description) between 1 and 1000),
    stage text not null check (stage in ('none', 'staging', 'production', 'archived')),
    version integer not null default 0 check (version >= 0),
    created_at timestamptz not null,
    constraint model_versions_pkey primary key (organisation_id, id),
    constraint model_versions_model_fkey foreign key (organisation_id, model_id)
        references registered_models (organisation_id, id),
    constraint model_versions_run_fkey foreign key (organisation_id, run_id) references model_runs (organisation_id, id),
    constraint model_versions_number_key unique (organisation_id, model_id, number),
    constraint model_versions_run_key unique (organisation_id, run_id)
);
create unique index model_versions_production_key on model_versions (organisation_id, model_id) where stage = 'production';
select optibid_isolate('model_versions', 'select, insert, update');
--rollback drop table model_versions;

--changeset optibid:forecasting-0.2-model-run-mirrors
--comment How far MLflow has what is known of a run and of its version: each change raises revision, and what MLflow took or refused for
--comment good is settled. Beside model_runs, so that whoever logs never waits for an upload. The primary key serves: the mirror of a run.
create table model_run_mirrors (
    run_id uuid not null,
    organisation_id uuid not null default optibid_organisation(),
    revision integer not null default 1 check (revision >= 1),
    settled_revision integer not null default 0 check (settled_revision between 0 and revision),
    state text not null default 'waiting' check (state in ('waiting', 'mirrored', 'refused')),
    mlflow_run_id text check (length(mlflow_run_id) between 1 and 256),
    mlflow_version text check (length(mlflow_version) between 1 and 32),
    metrics_sent integer not null default 0 check (metrics_sent between 0 and 10000),
    reason text check (length(reason) between 1 and 500),
    settled_at timestamptz,
    attempted_at timestamptz,
    taken_until timestamptz,
    constraint model_run_mirrors_pkey primary key (organisation_id, run_id),
    constraint model_run_mirrors_run_fkey foreign key (organisation_id, run_id)
        references model_runs (organisation_id, id) on delete cascade
);
--rollback drop table model_run_mirrors;

--changeset optibid:forecasting-0.2-model-run-mirrors-due
--comment Query: runs of which MLflow does not have everything, those first that were not tried for longest.
create index model_run_mirrors_due on model_run_mirrors (attempted_at nulls first, run_id) where settled_revision < revision;
--rollback drop index model_run_mirrors_due;

--changeset optibid:forecasting-0.2-model-run-mirrors-look-up splitStatements:false
--comment Across organisations: what is to be uploaded now.
select optibid_isolate('model_run_mirrors', 'select, insert, update');
create function optibid_runs_to_mirror(now timestamptz, most integer) returns table (run_id uuid, organisation_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select m.run_id, m.organisation_id from model_run_mirrors m
        where m.settled_revision < m.revision and (m.taken_until is null or m.taken_until <= now)
        order by m.attempted_at nulls first, m.run_id limit most
    $$;
select optibid_lookup('model_run_mirrors');
select optibid_lookup_owner('optibid_runs_to_mirror(timestamptz, integer)');
--rollback drop function optibid_runs_to_mirror(timestamptz, integer);
--rollback drop policy if exists lookup on model_run_mirrors;
--rollback drop policy if exists organisation on model_run_mirrors;
--rollback alter table model_run_mirrors no force row level security, disable row level security;
--rollback revoke all on model_run_mirrors from optibid_platform, optibid_application;
