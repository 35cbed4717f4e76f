package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus reads: all that is described, in its form, by its conventions, and never more of it. */
class MetricsIT {
    private static final Path PAGE = Path.of("../docs/reference/metrics.md");
    private static final Path RULES = Path.of("../payara-config/monitoring/alerts.yml");
    private static final String REQUESTS = "optibid_http_request_duration_seconds_count{";
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| `(optibid_\\w+)` \\|");
    private static final Pattern ROUTE = Pattern.compile("route=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\boptibid_\\w+");

    @Test
    void metricsShouldBeThoseThatAreDescribed() throws IOException {
        work();

        Set<String> told = Patience.until(Scrape::now, scrape -> scrape.names().contains("optibid_bids"))
                .names();

        assertThat(told.stream().filter(name -> name.startsWith("optibid_"))).containsExactlyElementsOf(described());
        assertThat(told).contains("jvm_memory_used_bytes", "process_start_time_seconds");
    }

    @Test
    void metricsShouldFollowTheConventionsOfPrometheus() throws Exception {
        Programs.require("prometheus");
        work();

        assertThat(promtool(Scrape.now().text(), "check", "metrics")).isEmpty();
    }

    @Test
    void workShouldBeCounted() {
        Scrape before = Scrape.now();
        work();

        Scrape after = Patience.until(
                Scrape::now, scrape -> scrape.series().getOrDefault("optibid_bid_runs{state=\"succeeded\"}", 0.0) > 0);

        String ended = "optibid_bid_run_duration_seconds_count{state=\"succeeded\"}";
        assertThat(after.series().get(ended)).isGreaterThan(before.series().getOrDefault(ended, 0.0));
        assertThat(after.sum("optibid_bids")).isPositive();
        boolean on = ServerUnderTest.mlflow().isPresent();
        assertThat(after.series())
                .containsEntry(
                        "optibid_service_state{service=\"mlflow\",state=\"" + (on ? "available" : "off") + "\"}", 1.0);
        assertThat(after.series().containsKey("optibid_service_up{service=\"mlflow\"}"))
                .isEqualTo(on);
        assertThat(after.series())
                .containsEntry("optibid_ready", 1.0)
                .containsEntry("optibid_service_up{service=\"postgresql\"}", 1.0)
                .containsKeys(
                        "optibid_service_latency_seconds{service=\"postgresql\"}",
                        "optibid_outbox_lag_events{consumer=\"placing\"}",
                        REQUESTS + "method=\"GET\",route=\"/api/v1/bid-runs/{id}\",status=\"2xx\"}",
                        REQUESTS + "method=\"GET\",route=\"/api/v1/zones\",status=\"2xx\"}");
    }

    @Test
    void labelsShouldStayWithinBoundsWhateverIsAskedFor() {
        askForWhatIsNotThere(0, 20);
        Set<String> before = series(Scrape.now());

        askForWhatIsNotThere(20, 1_500);
        Set<String> after = series(Scrape.now());

        Set<String> more = new TreeSet<>(after);
        more.removeAll(before);
        assertThat(more).as("series that came by asking for other paths").isEmpty();
        assertThat(routes(after)).isSubsetOf(templates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics?scope=base", "/metrics?token=" + TestSettings.METRICS_TOKEN})
    void metricsShouldBeRefusedWithoutTheToken(String path) {
        assertRefused(Api.anonymous().get(path));
        assertRefused(Api.withToken(TestSettings.METRICS_TOKEN + "x").get(path));
        assertRefused(Api.as("admin").get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/", "/metrics/base", "/metrics/application"})
    void serverShouldTellNoMetricsOfItsOwn(String path) {
        Answer answer = Api.withToken(TestSettings.METRICS_TOKEN).get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("# TYPE");
    }

    @Test
    void openMetricsShouldBeToldToWhoAsksForThem() {
        Api monitoring = Api.withToken(TestSettings.METRICS_TOKEN);

        Answer answer = monitoring.send(monitoring
                .request("/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"));

        assertThat(answer.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @Test
    void alertsShouldBeFitForPrometheusAndAskForMetricsThatThereAre() throws Exception {
        Programs.require("prometheus");
        String rules = Files.readString(RULES);

        assertThat(promtool("", "check", "rules", RULES.toString())).contains("SUCCESS");

        Set<String> described = described();
        assertThat(NAME.matcher(rules).results().map(name -> name.group().replaceFirst("_(bucket|count|sum)$", "")))
                .isNotEmpty()
                .isSubsetOf(described);
    }

    /** A bid run, to its end, and what is asked for besides. */
    private static void work() {
        LocalDate day = LocalDate.parse("2024-05-15");
        BidRuns.prices("PT", day.minusDays(8), day, 60, BidRuns::shaped);
        JsonNode run = BidRuns.run(BidRuns.battery("PT"), day, "");
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(Api.as("viewer").get("/api/v1/zones").status()).isEqualTo(200);
    }

    private static void askForWhatIsNotThere(int first, int last) {
        Api viewer = Api.as("viewer");
        IntStream.range(first, last).parallel().forEach(i -> {
            viewer.get("/api/v1/no-such-thing-" + i);
            viewer.get("/api/v1/bid-runs/00000000-0000-0000-0000-" + "%012d".formatted(i));
            viewer.get("/no-such-page-" + i + "/file.txt");
            viewer.send(viewer.request("/api/v1/zones/" + i).method("TRY" + i, BodyPublishers.noBody()));
        });
    }

    private static Set<String> series(Scrape scrape) {
        return scrape.series().keySet().stream()
                .filter(key -> key.startsWith(REQUESTS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> routes(Set<String> series) {
        return series.stream()
                .map(ROUTE::matcher)
                .filter(Matcher::find)
                .map(route -> route.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> templates() {
        Set<String> templates = new TreeSet<>(Set.of("unmatched", "other"));
        Api.anonymous()
                .send(Api.anonymous().request("/openapi").header("Accept", "application/json"))
                .json()
                .get("paths")
                .fieldNames()
                .forEachRemaining(templates::add);
        return templates;
    }

    private static Set<String> described() throws IOException {
        return DESCRIBED
                .matcher(Files.readString(PAGE))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.body()).doesNotContain("# TYPE");
    }

    /** What promtool says; nothing where it finds nothing. */
    private static String promtool(String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process promtool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = promtool.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        promtool.waitFor();
        return said;
    }
}
