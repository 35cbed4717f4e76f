package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two organisations on the running product: what the demo organisation has is not there for the second one. */
class TenancyIT {
    private static final String BASE = "/api/v1";
    private static final Set<String> WRITING = Set.of("post", "put", "patch", "delete");

    /** Of each table so many rows are asked for by their identifiers. */
    private static final int SAMPLES = 2;

    private static SecondOrganisation second;
    private static UUID demo;

    /** The same rows for every test: the second organisation's own trail then names these and no others. */
    private static Set<String> samples;

    @BeforeAll
    static void makeBothOrganisations() throws SQLException {
        Api trader = Api.as("trader");
        LocalDate day = LocalDate.of(2023, 6, 14);
        BidRuns.prices("EE", day.minusDays(14), day, 60, BidRuns::shaped);
        BidRuns.run(BidRuns.battery("EE"), day, "\"asOf\": \"%sT09:00:00Z\"".formatted(day.minusDays(1)));
        demo = UUID.fromString(
                trader.get(BASE + "/auth/me").json().at("/organisation/id").asText());
        second = SecondOrganisation.create();
        samples = identifiers(SAMPLES);
    }

    @Test
    void everyReadShouldHideTheOtherOrganisationWhenItsIdentifiersAreAskedFor() throws SQLException {
        Set<String> theirs = identifiers(Integer.MAX_VALUE);
        SoftAssertions softly = new SoftAssertions();
        int asked = 0;
        for (String path : operations(Set.of("get"))) {
            for (String filled : fillings(path)) {
                Answer answer = second.api().get(filled);
                softly.assertThat(answer.status()).as("GET %s", filled).isLessThan(500);
                Set<String> leaked = identifiersIn(answer.body());
                leaked.retainAll(theirs);
                leaked.removeIf(filled::contains);
                if (path.endsWith("/audit-entries")) {
                    // The organisation's own trail tells what it asked for and was refused.
                    leaked.removeAll(samples);
                }
                softly.assertThat(leaked)
                        .as("the other's in GET %s: %s", filled, answer)
                        .isEmpty();
                if (path.contains("{") && filled.matches(".*[0-9a-f]{8}-.*")) {
                    softly.assertThat(answer.status())
                            .as("GET %s: %s", filled, answer)
                            .isIn(400, 403, 404);
                }
                asked++;
            }
        }
        softly.assertAll();
        assertThat(theirs).hasSizeGreaterThan(40);
        assertThat(asked).isGreaterThan(100);
    }

    @Test
    void listsShouldBeEmptyOrTheOrganisationsOwn() {
        SecondOrganisation third = SecondOrganisation.create();
        for (String list : List.of("/assets", "/bid-runs")) {
            Answer answer = third.api().get(BASE + list);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json().get("items")).as(list).isEmpty();
        }
        assertThat(second.api().get(BASE + "/auth/me").body())
                .contains(second.id().toString())
                .doesNotContain(demo.toString());
    }

    @Test
    void everyChangeShouldBeRefusedWhenTheOtherOrganisationsIdentifiersAreAskedFor() {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String> operation : changes().entrySet()) {
            String method = operation.getKey().substring(0, operation.getKey().indexOf(' '));
            for (String filled : fillings(operation.getValue())) {
                Answer answer = second.api()
                        .send(second.api()
                                .request(filled)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"0\"")
                                .method(
                                        method,
                                        method.equals("DELETE")
                                                ? BodyPublishers.noBody()
                                                : BodyPublishers.ofString("{}")));
                softly.assertThat(answer.status())
                        .as("%s %s: %s", method, filled, answer)
                        .isBetween(400, 499);
            }
        }
        softly.assertAll();
    }

    /** Connections go from one organisation's request to the other's, also after one that was rolled back. */
    @Test
    void nothingShouldStayOnTheConnectionsOfThePool() throws Exception {
        Api trader = Api.as("trader");
        String mine = battery("Second's " + UUID.randomUUID());
        assertThat(second.api().post(BASE + "/assets", mine).status()).isEqualTo(201);
        String theirs = battery("Demo's " + UUID.randomUUID());
        assertThat(trader.post(BASE + "/assets", theirs).status()).isEqualTo(201);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            IntStream.range(0, 50).forEach(i -> {
                calls.add(() -> listed(second.api(), demo));
                calls.add(() -> refusedAgain(second.api(), mine));
                calls.add(() -> listed(trader, second.id()));
                calls.add(() -> refusedAgain(trader, theirs));
            });
            for (Future<String> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        try (Connection connection =
                ServerUnderTest.database().applicationDataSource().getConnection()) {
            assertThat(texts(connection, "select count(*) from assets")).containsExactly("0");
        }
    }

    private static String listed(Api api, UUID other) {
        Answer answer = api.get(BASE + "/assets");
        boolean right = answer.status() == 200
                && !answer.json().get("items").isEmpty()
                && !answer.body().contains(other.toString());
        return right ? "" : answer.toString();
    }

    /** The name is taken: the transaction is rolled back. */
    private static String refusedAgain(Api api, String battery) {
        Answer answer = api.post(BASE + "/assets", battery);
        return answer.status() == 422 ? "" : answer.toString();
    }

    private static String battery(String name) {
        return """
                {"name": "%s", "kind": "battery", "zoneCode": "EE", "battery": {"chargePowerMw": 1,
                 "dischargePowerMw": 1, "usableCapacityMwh": 2, "chargeEfficiency": 0.9, "dischargeEfficiency": 0.9}}
                """.formatted(name);
    }

    /** The path with each of the samples in place of its parameters; a path without is left as it is. */
    private static List<String> fillings(String path) {
        return path.contains("{")
                ? samples.stream()
                        .map(sample -> path.replaceAll("\\{[^}]+}", sample))
                        .toList()
                : List.of(path);
    }

    private static Set<String> operations(Set<String> methods) {
        Set<String> paths = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
            if (path.getValue().properties().stream().anyMatch(operation -> methods.contains(operation.getKey()))) {
                paths.add(path.getKey());
            }
        }
        return paths;
    }

    /** Method and path to path, of what changes something that the path names. */
    private static Map<String, String> changes() {
        return document().get("paths").properties().stream()
                .filter(path -> path.getKey().contains("{"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> WRITING.contains(operation.getKey()))
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), path.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JsonNode document() {
        return Api.anonymous().get("/openapi?format=json").json();
    }

    /** What identifies the demo organisation's rows: every uuid in its rows of every isolated table. */
    private static Set<String> identifiers(int perTable) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection()) {
            List<String> columns = texts(connection, """
                    select c.relname || ' ' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                     where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and a.attnum > 0
                       and a.atttypid = 'uuid'::regtype and c.relname <> 'organisations'
                       and a.attname not in ('auction_id', 'claimed_by')""");
            for (String column : columns) {
                String table = column.substring(0, column.indexOf(' '));
                String name = column.substring(column.indexOf(' ') + 1);
                String limit = perTable == Integer.MAX_VALUE ? "" : " limit " + perTable;
                found.addAll(texts(
                        connection,
                        "select distinct %s::text from %s where organisation_id = '%s' and %s is not null%s"
                                .formatted(name, table, demo, name, limit)));
            }
        }
        found.remove(new UUID(0, 0).toString());
        return found;
    }

    private static Set<String> identifiersIn(String body) {
        return Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(body)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
