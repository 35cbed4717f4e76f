package energy.optibid.platform.internal;

import static energy.optibid.platform.internal.TenantPostgres.APPLICATION;
import static energy.optibid.platform.internal.TenantPostgres.OWNER;
import static energy.optibid.platform.internal.TenantPostgres.execute;
import static energy.optibid.platform.internal.TenantPostgres.key;
import static energy.optibid.platform.internal.TenantPostgres.strings;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.liquibase.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every table of the schema, as the catalog lists them, with two organisations, as the application's login. A new table
 * fails here until it is isolated by {@code optibid_isolate}, or stands in {@link #PLATFORM} with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationIsolationIT {
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    /** Tables that belong to no organisation: what the application may do there, and why it is everybody's. */
    private static final Map<String, Platform> PLATFORM = Map.ofEntries(
            Map.entry("databasechangelog", new Platform("SELECT", "the start asks which changesets were applied")),
            Map.entry("databasechangeloglock", new Platform("", "Liquibase's own; the owner's alone")),
            Map.entry("roles", new Platform("SELECT", "the roles are the same for all")),
            Map.entry("market_operators", new Platform("SELECT", "market definitions")),
            Map.entry("zones", new Platform("SELECT", "market definitions")),
            Map.entry("products", new Platform("SELECT", "market definitions")),
            Map.entry("product_zones", new Platform("SELECT", "market definitions")),
            Map.entry("rule_sets", new Platform("INSERT, SELECT", "market definitions; only their end changes")),
            Map.entry("rule_sources", new Platform("INSERT, SELECT", "market definitions")),
            Map.entry("prices", new Platform("INSERT, SELECT", "published prices are public")),
            Map.entry("price_hours", new Platform("SELECT", "sums of published prices; made by their function alone")),
            Map.entry("price_days", new Platform("SELECT", "sums of published prices; made by their function alone")),
            Map.entry("fundamentals", new Platform("INSERT, SELECT", "published series are public")),
            Map.entry("installed_capacities", new Platform("INSERT, SELECT", "published capacities are public")),
            Map.entry(
                    "market_data_imports",
                    new Platform(
                            "INSERT, SELECT", "what operators imported for all; its organisation is the operator's")),
            Map.entry(
                    "market_data_files",
                    new Platform("INSERT, SELECT", "published files; its organisation is the operator's")),
            Map.entry("market_sources", new Platform("INSERT, SELECT", "what is fetched for all")),
            Map.entry("quarantined_rows", new Platform("DELETE, INSERT, SELECT", "rows of published files")),
            Map.entry("auctions", new Platform("INSERT, SELECT", "one auction for all who bid in it")),
            Map.entry("exchange_orders", new Platform("SELECT", "the exchange's book; bidders are in bids")),
            Map.entry("exchange_net_exports", new Platform("SELECT", "the exchange's book")),
            Map.entry(
                    "signing_keys",
                    new Platform("DELETE, INSERT, SELECT", "sign the tokens of all; private halves are sealed")),
            Map.entry(
                    "log_in_attempts",
                    new Platform(
                            "DELETE, INSERT, SELECT, UPDATE",
                            "counts hashes of addresses, also of unknown ones, which have no organisation")),
            Map.entry(
                    "event_bookmarks",
                    new Platform("INSERT, SELECT, UPDATE", "how far the platform's readers of the log have come")),
            Map.entry(
                    "applied_messages",
                    new Platform("DELETE, INSERT, SELECT", "names of messages, no content of theirs")));

    private record Platform(String privileges, String reason) {}

    private TenantPostgres postgres;
    private Connection application;
    private Connection administrator;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        postgres = TenantPostgres.start();
        postgres.fill(Stream.concat(
                        Stream.of(MINE, THEIRS),
                        Stream.generate(UUID::randomUUID).limit(6))
                .toList());
    }

    @AfterAll
    void stopServer() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        administrator = postgres.administrator();
        application = postgres.connect(APPLICATION);
        application.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        application.close();
        administrator.close();
    }

    @Test
    void everyTableShouldBeIsolatedOrThePlatforms() throws SQLException {
        List<String> open = strings(administrator, """
                select relname from pg_class
                 where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f') and not relispartition
                   and not (relrowsecurity and relforcerowsecurity
                            and exists (select from pg_policy p where p.polrelid = pg_class.oid))""");

        assertThat(open)
                .as("tables without row-level security: isolate them, or name them in PLATFORM with the reason")
                .containsExactlyInAnyOrderElementsOf(PLATFORM.keySet());
        assertThat(TenantPostgres.isolated(administrator)).hasSizeGreaterThan(20);
    }

    @Test
    void policiesShouldCompareWithTheTransactionsOrganisationOrServeALookUp() throws SQLException {
        assertThat(strings(administrator, """
                select tablename || ': ' || policyname || ' ' || coalesce(qual, with_check) from pg_policies
                 where not (policyname = 'lookup' and cmd = 'SELECT' and roles = '{optibid_platform}' and qual = 'true')
                   and not (policyname = 'purge' and cmd = 'DELETE' and roles = '{optibid_platform}')
                   and not (policyname = 'place' and cmd = 'UPDATE' and roles = '{optibid_platform}'
                            and tablename = 'outbox_events')
                   and coalesce(qual, '(organisation_id = optibid_organisation())')
                       not in ('(organisation_id = optibid_organisation())', '(id = optibid_organisation())')""")).isEmpty();
        assertThat(strings(
                        administrator,
                        "select tablename || ' ' || qual from pg_policies where policyname = 'purge' order by 1"))
                .as("what the platform may delete across organisations: what has been over for long")
                .containsExactly(
                        "ended_access (ended_at < (now() - '00:30:00'::interval))",
                        "outbox_events ((\"position\" IS NOT NULL) AND (occurred_at < (now() - '01:00:00'::interval)))",
                        "sessions (expires_at < (now() - '01:00:00'::interval))");
        assertThat(strings(administrator, "select tablename from pg_policies where qual is null"))
                .as("tables with a policy for adding alone")
                .containsExactly("outbox_events");
    }

    @Test
    void rowsOfOthersShouldNeitherBeSeenNorAddedNorChangedNorDeleted() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        for (String table : TenantPostgres.isolated(administrator)) {
            String before = fingerprint(table);
            enter(MINE);
            softly.assertThat(texts("select distinct " + key(table) + "::text from " + table))
                    .as("organisations seen in %s", table)
                    .containsExactly(MINE.toString());
            String theirs = " where " + key(table) + " = '" + THEIRS + "'";
            String key = key(table);
            softly.assertThat(outcome(
                            TenantPostgres.insert(administrator, table, THEIRS) + " from generate_series(1, 1) n"))
                    .as("adding to %s", table)
                    .isEqualTo("42501");
            softly.assertThat(outcome("update " + table + " set " + key + " = " + key + theirs))
                    .as("changing in %s", table)
                    .isIn("0", "42501");
            softly.assertThat(outcome("update " + table + " set " + key + " = '" + THEIRS + "'"))
                    .as("giving away in %s", table)
                    .isEqualTo("42501");
            softly.assertThat(outcome("delete from " + table + theirs))
                    .as("deleting in %s", table)
                    .isIn("0", "42501");
            softly.assertThat(outcome("truncate " + table))
                    .as("emptying %s", table)
                    .isEqualTo("42501");
            application.rollback();
            softly.assertThat(fingerprint(table))
                    .as("others' rows in %s", table)
                    .isEqualTo(before);
        }
        softly.assertAll();
    }

    @Test
    void nothingShouldBeSeenOrAddedWhenTheTransactionWasNotEntered() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        for (String table : TenantPostgres.isolated(administrator)) {
            softly.assertThat(texts("select count(*) from " + table)).as(table).containsExactly("0");
            softly.assertThat(outcome(
                            TenantPostgres.insert(administrator, table, MINE) + " from generate_series(1, 1) n"))
                    .as("adding to %s", table)
                    .isEqualTo("42501");
        }
        softly.assertAll();
    }

    @Test
    void ownerShouldBeBoundToo() throws SQLException {
        try (Connection owner = postgres.connect(OWNER)) {
            for (String table : TenantPostgres.isolated(administrator)) {
                assertThat(strings(
                                owner,
                                "select relforcerowsecurity from pg_class where oid = '" + table + "'::regclass"))
                        .as(table)
                        .containsExactly("t");
            }
            assertThat(strings(owner, "select count(*) from bid_run_steps")).containsExactly("0");
        }
    }

    @Test
    void policyShouldBeAnIndexConditionOfEveryTable() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        for (String table : TenantPostgres.isolated(administrator)) {
            enter(MINE);
            // Small tables are read whole, and rightly so; whether the index can serve is what is asked.
            execute(application, "set local enable_seqscan = off");
            String plan = String.join("\n", texts("explain select * from " + table));
            softly.assertThat(plan)
                    .as("plan of %s", table)
                    .containsPattern(
                            "Index Cond: \\(\\(?" + key(table) + " = .*current_setting\\('optibid.organisation'")
                    .doesNotContain("Filter:");
            application.rollback();
        }
        softly.assertAll();
    }

    @Test
    void applicationShouldHaveNoMorePrivilegesOnThePlatformsTablesThanItUses() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, Platform> table : PLATFORM.entrySet()) {
            softly.assertThat(privileges(table.getKey()))
                    .as("%s (%s)", table.getKey(), table.getValue().reason())
                    .isEqualTo(table.getValue().privileges());
        }
        softly.assertThat(privileges("audit_entries")).as("audit_entries").isEqualTo("INSERT, SELECT");
        softly.assertThat(strings(administrator, """
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = 'public'::regnamespace and a.attacl is not null"""))
                .as(
                        "columns with privileges of their own: locking an auction's row asks for the right to change one; the"
                                + " platform gives events their places in the log; of rules only the end changes, of a file what comes of it when it comes again, of a source how far it is")
                .containsExactlyInAnyOrder(
                        "auctions.created_at",
                        "market_data_files.organisation_id",
                        "market_data_files.received_at",
                        "market_data_files.received_by",
                        "market_data_files.rows_quarantined",
                        "market_sources.delivery_to",
                        "market_sources.due_at",
                        "market_sources.failed_at",
                        "market_sources.failure",
                        "market_sources.fetched_at",
                        "market_sources.fetched_to",
                        "outbox_events.position",
                        "product_zones.prices_import_id",
                        "rule_sets.valid_to");
        softly.assertAll();
    }

    @Test
    void applicationShouldOwnNothingAndBecomeNobodyElse() throws SQLException {
        assertThat(strings(administrator, """
                select r.rolname from pg_shdepend d join pg_roles r on r.oid = d.refobjid
                 where d.deptype = 'o' and (r.rolname = '%s' or r.rolname = 'optibid_application')""".formatted(APPLICATION))).isEmpty();
        assertThat(strings(administrator, """
                select rolname from pg_roles where pg_has_role('%s', oid, 'MEMBER') and rolname <> '%s'""".formatted(APPLICATION, APPLICATION)))
                .containsExactly("optibid_application");
        assertThat(outcome("alter table bids no force row level security")).isEqualTo("42501");
        assertThat(outcome("create table public.mine ()")).isEqualTo("42501");
        assertThat(outcome("create function public.mine() returns int language sql return 1"))
                .isEqualTo("42501");
        execute(application, "set local row_security = off");
        assertThat(outcome("select count(*) from bids")).isEqualTo("42501");
    }

    @Test
    void platformsRoleShouldOnlyReadWhatWasOpenedToIt() throws SQLException {
        assertThat(strings(administrator, """
                select c.relname || ' ' || p.privilege_type from pg_class c
                  cross join lateral aclexplode(c.relacl) p join pg_roles r on r.oid = p.grantee
                 where r.rolname = 'optibid_platform' and c.relnamespace = 'public'::regnamespace
                   and not (p.privilege_type = 'SELECT' and exists (
                       select from pg_policy l where l.polrelid = c.oid and l.polname = 'lookup'))
                   and not (p.privilege_type = 'DELETE' and exists (
                       select from pg_policy l where l.polrelid = c.oid and l.polname = 'purge'))
                   and not (p.privilege_type = 'USAGE' and c.relname = 'outbox_events_position_seq')""")).isEmpty();
        assertThat(strings(administrator, "select has_schema_privilege('optibid_platform', 'public', 'CREATE')"))
                .containsExactly("f");
        assertThat(strings(
                        administrator,
                        "select rolcanlogin or rolsuper or rolbypassrls from pg_roles"
                                + " where rolname in ('optibid_platform', 'optibid_application')"))
                .containsExactly("f", "f");
    }

    @Test
    void functionsThatRunAsAnotherShouldBePinnedAndTheApplicationsAlone() throws SQLException {
        assertThat(strings(administrator, """
                select p.oid::regprocedure::text from pg_proc p join pg_roles o on o.oid = p.proowner
                 where p.pronamespace = 'public'::regnamespace and p.prosecdef
                   and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                   and (has_function_privilege('public', p.oid, 'EXECUTE')
                        or not exists (select from unnest(p.proconfig) c
                                        where c ~ '^search_path="?pg_catalog"?, ("?public"?, )?"?pg_temp"?$')
                        or o.rolname <> case when p.proname in ('market_ensure_partitions', 'market_detach_partitions',
                                                                'market_roll_up_prices')
                                             then '%s' else 'optibid_platform' end)""".formatted(OWNER)))
                .as("security definer functions that anybody may call, whose search path is not pinned, or with"
                        + " another owner: see optibid_lookup_owner")
                .isEmpty();
    }

    @Test
    void viewsShouldAskThePoliciesOfTheirReader() throws SQLException {
        assertThat(strings(administrator, """
                select relname from pg_class where relnamespace = 'public'::regnamespace
                   and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions, '{}') && '{security_invoker=true}')
                   and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')"""))
                .as("views that show what their owner sees: create them with (security_invoker = true)")
                .isEmpty();
    }

    @Test
    void partitionsShouldBeReachedThroughTheirTableAlone() throws SQLException {
        assertThat(texts("select market_ensure_partitions('prices', '2031-05-01', '2031-05-31')"))
                .containsExactly("1");
        assertThat(texts("select count(*) from prices")).containsExactly("0");
        assertThat(outcome("select count(*) from prices_2031_05")).isEqualTo("42501");
        assertThat(outcome("drop table prices_2031_05")).isEqualTo("42501");
    }

    @Test
    void updateShouldSayWhatAnAdministratorHasToDoWhenTheOwnerMayNotCreateRoles() throws SQLException, IOException {
        try (EmbeddedPostgres bare = TenantPostgres.server();
                Connection administrator = bare.getPostgresDatabase().getConnection()) {
            execute(administrator, "create role poor_owner login", "create database poor owner poor_owner");
            Schema owner = new Schema(bare.getDatabase("poor_owner", "poor").getConnection());
            assertThatThrownBy(owner::update)
                    .hasMessageContaining("poor_owner may not create roles. Have an administrator of the database run"
                            + " once: create role optibid_application nologin; create role optibid_platform nologin;"
                            + " grant optibid_platform to poor_owner;");
            execute(
                    administrator,
                    "create role optibid_application nologin",
                    "create role optibid_platform nologin",
                    "grant optibid_platform to poor_owner");
            owner.update();
            assertThat(owner.pending()).isEmpty();
        }
    }

    private void enter(UUID organisation) throws SQLException {
        execute(application, "select set_config('optibid.organisation', '" + organisation + "', true)");
    }

    private List<String> texts(String sql) throws SQLException {
        return strings(application, sql);
    }

    /** How many rows a statement touched, or the state that it was refused with; the transaction goes on. */
    private String outcome(String sql) throws SQLException {
        try (Statement statement = application.createStatement()) {
            statement.execute("savepoint attempt");
            try {
                statement.execute(sql);
                return String.valueOf(statement.getUpdateCount());
            } catch (SQLException e) {
                return String.valueOf(e.getSQLState());
            } finally {
                statement.execute("rollback to savepoint attempt");
            }
        }
    }

    private String fingerprint(String table) throws SQLException {
        return String.join(
                "",
                strings(
                        administrator,
                        "select count(*) || md5(string_agg(t::text, '' order by t::text)) from " + table + " t where "
                                + key(table) + " = '" + THEIRS + "'"));
    }

    private String privileges(String table) throws SQLException {
        List<String> found = new ArrayList<>(strings(
                administrator,
                "select p.privilege_type from pg_class c cross join lateral aclexplode(c.relacl) p"
                        + " left join pg_roles r on r.oid = p.grantee where c.oid = '" + table + "'::regclass"
                        + " and (r.rolname = 'optibid_application' or p.grantee = 0) order by 1"));
        return found.stream().distinct().collect(joining(", "));
    }
}
