package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.liquibase.structure.Difference;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that were damaged in one place: verify finds the place, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {
    private static final String DAMAGED = "damaged";
    private TestPostgres postgres;

    @BeforeAll
    void migrate() throws IOException, SQLException {
        postgres = TestPostgres.start();
        postgres.create("migrated");
        postgres.migrate("migrated");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop index bids_by_asset                                             | index bids.bids_by_asset
            alter table bids drop constraint bids_asset_id_fkey                  | constraint bids.bids_asset_id_fkey
            alter table bids drop constraint bids_side_check                     | constraint bids.bids_side_check
            alter table roles drop constraint roles_pkey cascade                 | constraint roles.roles_pkey; constraint user_roles.user_roles_role_code_fkey; constraint identity_provider_roles.identity_provider_roles_role_code_fkey
            alter table users drop constraint users_email_key                    | constraint users.users_email_key
            drop extension btree_gist cascade                                    | extension btree_gist; constraint rule_sets.rule_sets_no_overlap_ex
            alter table bids drop column submitted_at                            | column bids.submitted_at
            drop table mails cascade                                             | table mails; function optibid_operator_mails(boolean,integer)
            drop policy organisation on bids                                     | policy bids.organisation
            drop function audit_organisations()                                  | function audit_organisations()
            revoke update (created_at) on auctions from optibid_application      | privilege auctions.created_at to optibid_application
            """)
    void verifyShouldNameWhatIsMissing(String damage, String missing) throws SQLException {
        damage(damage);

        List<Difference> differences = verify();

        assertThat(differences)
                .as(differences.toString())
                .extracting(VerifyTest::named)
                .containsExactlyInAnyOrder(missing.split("; "));
        assertThat(differences).allMatch(difference -> difference.found().isEmpty());
        assertFaulty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table bids alter column minutes type integer             | column bids.minutes      | smallint not null | integer not null
            alter table bids alter column asset_id drop not null           | column bids.asset_id     | uuid not null     | uuid
            alter table users alter column version set default 7           | column users.version     | integer not null default 0 | integer not null default 7
            alter table users alter column version drop default            | column users.version     | integer not null default 0 | integer not null
            alter table bids no force row level security                   | table bids               | table, row security forced | table, row security not forced
            alter table bids disable row level security                    | table bids               | table, row security forced | table, row security off
            alter table audit_seals set unlogged                           | table audit_seals        | table, row security forced | unlogged table, row security forced
            revoke insert on prices from optibid_application               | privilege prices to optibid_application | insert, select | select
            grant delete on audit_entries to optibid_application           | privilege audit_entries to optibid_application | insert, select | delete, insert, select
            alter table users alter column email type text collate "C"     | column users.email       | text not null     | text collate "C" not null
            """)
    void verifyShouldTellWhatWasAndWhatIs(String damage, String where, String expected, String found)
            throws SQLException {
        damage(damage);

        List<Difference> differences = verify();

        assertThat(differences).as(differences.toString()).singleElement().satisfies(difference -> {
            assertThat(named(difference)).isEqualTo(where);
            assertThat(difference.expected()).contains(expected);
            assertThat(difference.found()).contains(found);
        });
        assertFaulty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update pg_index set indisvalid = false where indexrelid = 'bids_by_asset'::regclass     | index bids.bids_by_asset
            update pg_index set indisvalid = false where indexrelid = 'bids_pkey'::regclass         | index bids.bids_pkey
            update pg_index set indisvalid = false where indexrelid = 'prices_2024_01_pkey'::regclass | index prices_2024_01.prices_2024_01_pkey
            """)
    void verifyShouldFindAnIndexThatIsNotValid(String damage, String where) throws SQLException {
        damage("select market_ensure_partitions('prices', '2024-01-01Z', '2024-01-02Z')", damage);

        assertThat(verify()).singleElement().satisfies(difference -> {
            assertThat(named(difference)).isEqualTo(where);
            assertThat(difference.found().orElse("")).endsWith(" INVALID");
        });
        assertFaulty();
    }

    @Test
    void verifyShouldFindTheIndexThatAFailedBuildLeftBehind() throws SQLException {
        damage("insert into roles values ('one', 'same'), ('two', 'same')");
        assertThatThrownBy(() -> postgres.execute(
                        DAMAGED, "create unique index concurrently roles_described on roles (description)"))
                .hasMessageContaining("could not create unique index");

        assertThat(verify()).extracting(VerifyTest::named).containsExactly("index roles.roles_described");
        assertFaulty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table bids drop constraint bids_asset_id_fkey, add constraint bids_asset_id_fkey"
                        + " foreign key (asset_id) references assets (id) not valid",
                "alter table plan_points disable trigger all",
                "alter function audit_organisations() owner to postgres",
                "alter function audit_organisations() security invoker",
                "create or replace function audit_organisations() returns setof uuid language sql stable security definer"
                        + " set search_path = pg_catalog, public, pg_temp as 'select id from public.organisations'",
                "alter policy organisation on bids using (true)",
            })
    void verifyShouldFindWhatOnlyLooksTheSame(String damage) throws SQLException {
        damage(damage);

        assertThat(verify()).first().satisfies(difference -> {
            assertThat(difference.expected()).isPresent();
            assertThat(difference.found()).isPresent();
        });
        assertFaulty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table stray (id integer not null primary key)                    | table stray
            alter table bids add column note text                                   | column bids.note
            alter table bids add column note text not null default ''               | column bids.note
            create index stray on bids (created_at)                                 | index bids.stray
            create function stray() returns integer language sql as 'select 1'      | function stray()
            create view stray as select code from roles                             | table stray
            create type stray as enum ('a', 'b')                                    | type stray
            """)
    void verifyShouldWarnOfWhatIsExtra(String extra, String where) throws SQLException {
        damage(extra);

        assertThat(verify()).singleElement().satisfies(difference -> {
            assertThat(named(difference)).isEqualTo(where);
            assertThat(difference.expected()).isEmpty();
            assertThat(difference.warning()).isTrue();
        });
        TestPostgres.Outcome outcome = postgres.run(DAMAGED, "verify");
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(Main.OK);
        assertThat(outcome.lines()).last().isEqualTo("Nothing is wrong. 1 warning.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table roles add column note text; alter table roles alter column note set not null | column roles.note
            create unique index stray on bids (created_at)                              | index bids.stray
            alter table bids add constraint stray check (minutes > 15)                  | constraint bids.stray
            create policy stray on bids using (true)                                    | policy bids.stray
            grant select on bids to public                                              | privilege bids to public
            create trigger stray before insert on bids execute function suppress_redundant_updates_trigger() | trigger bids.stray
            """)
    void verifyShouldNotOnlyWarnOfWhatIsExtraAndChangesWhatIsLetIn(String extra, String where) throws SQLException {
        damage("truncate roles cascade", extra);

        assertThat(verify()).extracting(VerifyTest::named).containsExactly(where);
        assertFaulty();
    }

    @Test
    void commandShouldPrintATableOfDifferences() throws SQLException {
        damage(
                "drop index bids_by_asset",
                "alter table bids alter column minutes type integer",
                "create table stray ()");

        TestPostgres.Outcome outcome = postgres.run(DAMAGED, "verify");

        assertThat(outcome.code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(outcome.lines())
                .containsSequence(
                        "            what    name                expected                                         found",
                        "            ----    ----                --------                                         -----",
                        "difference  column  bids.minutes        smallint not null                                integer not null",
                        "difference  index   bids.bids_by_asset  CREATE INDEX bids_by_asset ON public.bids USING  –",
                        "                                        btree (asset_id)",
                        "warning     table   stray               –                                                table, row security off")
                .contains("btree_gist   required            installed")
                .anyMatch(
                        line -> line.matches(
                                "Compared with what this release declares: 1 extension, .* tables, .* columns, .* policies, .*"))
                .last()
                .isEqualTo("2 differences. 1 warning.");
    }

    @Test
    void verifyShouldTellWhatIsPendingBesideWhatIsMissingForIt() throws SQLException {
        damage();
        try (Connection owner = postgres.connect(TestPostgres.OWNER, DAMAGED)) {
            new Schema(owner).rollback(1);
        }

        assertThat(verify()).extracting(Difference::kind).first().isEqualTo("changeset");
        assertFaulty();
    }

    private void damage(String... statements) throws SQLException {
        postgres.copy("migrated", DAMAGED);
        postgres.execute(DAMAGED, statements);
    }

    private List<Difference> verify() throws SQLException {
        try (Connection owner = postgres.connect(TestPostgres.OWNER, DAMAGED)) {
            return new Schema(owner).verify().differences();
        }
    }

    private void assertFaulty() {
        TestPostgres.Outcome outcome = postgres.run(DAMAGED, "verify");
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(outcome.text()).contains("difference  ");
    }

    private static String named(Difference difference) {
        return difference.kind() + " " + difference.name();
    }
}
