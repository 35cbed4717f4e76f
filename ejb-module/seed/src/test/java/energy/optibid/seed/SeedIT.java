package energy.optibid.seed;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.bidding.BidState;
import energy.optibid.identity.Role;
import energy.optibid.portfolio.AssetKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The command against a real PostgreSQL, connected as the application's login. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeedIT {
    private static final String DATABASE = "seeded";

    private static TestPostgres postgres;
    private static Map<String, String> environment;
    private static Answer first;

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void seed() throws Exception {
        postgres = TestPostgres.start();
        environment = postgres.createWithSchema(DATABASE);
        first = run(environment);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    @Order(1)
    void seedShouldAddUsersOfEachRoleInEachOrganisation() throws Exception {
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(texts("""
                select o.name || ' ' || r.role_code from organisations o
                  join users u on u.organisation_id = o.id join user_roles r on r.user_id = u.id
                 where u.status = 'active' and u.password_hash like '$argon2id$%'"""))
                .hasSize(16)
                .contains("Harbour Power operator", "Mountain Hydro trader", "Lowland Energy approver");
        assertThat(texts("select distinct role_code from user_roles")).hasSameElementsAs(Role.ALL);
    }

    @Test
    @Order(1)
    void seedShouldAddAssetsOfEachKindOnEachSite() throws Exception {
        List<String> kinds =
                Arrays.stream(AssetKind.values()).map(AssetKind::code).toList();
        assertThat(texts("select distinct kind from assets")).hasSameElementsAs(kinds);
        assertThat(texts("select site_id from assets group by site_id having count(distinct kind) = " + kinds.size()))
                .hasSize(6);
    }

    @Test
    @Order(1)
    void seedShouldAddAYearOfPricesWithTheirRollUps() throws Exception {
        assertThat(texts("select z.code || ' ' || sum(d.periods) from price_days d join zones z on z.id = d.zone_id"
                        + " where d.simulated group by z.code having count(*) = 365"))
                .hasSize(6)
                .allMatch(text -> text.matches(".* 350(36|40|44)"));
        assertThat(texts("select count(*) from prices where not simulated or revision > 0"))
                .containsExactly("0");
        assertThat(texts("select count(*) from outbox_events where type = 'PricesImported'"))
                .containsExactly("6");
    }

    @Test
    @Order(1)
    void seedShouldLeaveBidsInEachStateInEachOrganisation() throws Exception {
        List<String> states =
                Arrays.stream(BidState.values()).map(BidState::code).toList();
        assertThat(texts("select organisation_id from bids group by organisation_id having count(distinct state) = "
                        + states.size()))
                .as(first.out())
                .hasSize(3);
    }

    @Test
    @Order(1)
    void everyRunShouldHaveItsAuditEntryAndItsEvent() throws Exception {
        assertThat(texts("""
                select r.id from bid_runs r
                 where not exists (select from audit_entries a
                                    where a.subject_id = r.id::text and a.action = 'bid-run.start')
                    or not exists (select from outbox_events e
                                    where e.aggregate_id = r.id::text and e.type = 'BidRunQueued')""")).isEmpty();
    }

    @Test
    @Order(1)
    void seedShouldTellTheUsersAndTheirPassword() {
        assertThat(first.out())
                .contains("100 %", "optibid-demo-2026", "trader@lowland.optibid", "operator@harbour.optibid");
    }

    @Test
    @Order(2)
    void aSecondRunShouldChangeNothing() throws Exception {
        Map<String, String> before = postgres.checksums(DATABASE);
        assertThat(before).containsKeys("prices", "audit_entries", "outbox_events", "bids", "databasechangelog");

        Answer second = run(environment);

        assertThat(second.code()).as(second.toString()).isZero();
        assertThat(second.out()).contains("0 users added", "0 sites and assets added", " 0 added", "0 bid runs added");
        assertThat(postgres.checksums(DATABASE)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aLargerScaleShouldAddToWhatIsThere() throws Exception {
        List<String> runs = texts("select id from bid_runs order by 1");

        Answer larger = run(environment, "--scale", "2");

        assertThat(larger.code()).as(larger.toString()).isZero();
        assertThat(texts("select count(distinct zone_id) from price_days")).containsExactly("12");
        assertThat(texts("select id from bid_runs order by 1")).isEqualTo(runs);
    }

    @Test
    @Order(4)
    void seedShouldAddWhatAnInterruptedRunDidNot() throws Exception {
        postgres.change(DATABASE, "delete from price_days where zone_id = (select id from zones where code = 'BE')");
        postgres.change(DATABASE, "delete from price_hours where zone_id = (select id from zones where code = 'BE')");
        postgres.change(DATABASE, "delete from prices where zone_id = (select id from zones where code = 'BE')");

        Answer again = run(environment);

        assertThat(again.out()).contains(" 35,0").contains("100 %");
        assertThat(texts("select sum(periods) > 35000 from price_days d join zones z on z.id = d.zone_id"
                        + " where z.code = 'BE'"))
                .containsExactly("t");
    }

    @Test
    @Order(5)
    void seedShouldRefuseADatabaseWithOtherOrganisations() throws Exception {
        postgres.change(
                DATABASE,
                "insert into organisations (id, name, created_at) values (gen_random_uuid(), 'A Utility', now())");
        Map<String, String> before = postgres.checksums(DATABASE);

        Answer refused = run(environment);

        assertThat(refused.code()).isEqualTo(Main.REFUSED);
        assertThat(refused.err()).contains("A Utility", "--beside-others");
        assertThat(postgres.checksums(DATABASE)).isEqualTo(before);
        assertThat(run(environment, "--beside-others").code()).isZero();
    }

    @Test
    @Order(6)
    void seedShouldRefuseProductionWhetherSetOrNot() throws Exception {
        Map<String, String> unset = new HashMap<>(environment);
        unset.remove("ENVIRONMENT");
        Map<String, String> set = new HashMap<>(environment);
        set.put("ENVIRONMENT", "production");

        for (Map<String, String> production : List.of(unset, set)) {
            Answer refused = run(production);
            assertThat(refused.code()).isEqualTo(Main.REFUSED);
            assertThat(refused.err()).contains("ENVIRONMENT=development");
        }
    }

    @Test
    @Order(6)
    void seedShouldRefuseASchemaThatIsBehind() throws Exception {
        Answer refused = run(postgres.create("empty"));

        assertThat(refused.code()).isEqualTo(Main.REFUSED);
        assertThat(refused.err()).contains("is behind by", "optibid-liquibase-cli.jar update");
    }

    @Test
    @Order(6)
    void seedShouldRefuseALoginThatRowLevelSecurityDoesNotBind() {
        Answer refused = run(environment, "--user", "postgres");

        assertThat(refused.code()).isEqualTo(Main.REFUSED);
        assertThat(refused.err()).contains("not as postgres", "admit");
    }

    @Test
    @Order(6)
    void seedShouldSayWhatToDoWhenPostgresIsMissing() {
        Answer failed = run(environment, "--url", "jdbc:postgresql://localhost:1/optibid");

        assertThat(failed.code()).isEqualTo(Main.FAILED);
        assertThat(failed.err()).contains("run the command again").doesNotContain("\tat ");
    }

    private static Answer run(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC())
                .run(List.of(args), environment);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> texts(String query) throws Exception {
        return postgres.texts(DATABASE, query);
    }
}
