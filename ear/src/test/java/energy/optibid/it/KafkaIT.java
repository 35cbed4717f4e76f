package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Events to Kafka and prices from it, on the running product. The server under test on Payara Micro runs with it. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class KafkaIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "../docs/reference/events.md";

    @BeforeEach
    void awaitKafka() {
        awaitState("available");
    }

    @Test
    void eventsOfARunShouldBeOnTheirTopicsWithWhatIsDocumented() throws IOException {
        LocalDate day = LocalDate.parse("2024-04-16");
        BidRuns.prices("EE", day.minusDays(40), day, 60, BidRuns::shaped);
        String run = BidRuns.run(BidRuns.battery("EE"), day, "").get("id").asText();

        List<JsonNode> bids = awaitEvents("optibid.bids", run, 2);
        List<JsonNode> results = awaitEvents("optibid.results", run, 2);

        assertThat(types(bids)).containsExactly("BidRunQueued", "BidsSubmitted");
        assertThat(types(results)).containsExactly("BidsCleared", "BidRunSettled");
        assertThat(types(awaitEvents("optibid.prices", "", 1))).contains("PricesImported");
        List<JsonNode> all = new ArrayList<>(bids);
        all.addAll(results);
        for (JsonNode event : all) {
            Set<String> fields = new TreeSet<>();
            event.get("data").fieldNames().forEachRemaining(fields::add);
            assertThat(fields).as(event.toString()).isEqualTo(documented(type(event)));
            assertThat(event.get("organisationid").asText()).isNotEmpty();
        }
        assertThat(all.stream().map(event -> event.get("sequence").asText()))
                .as("one log over all topics")
                .isSorted();
    }

    @Test
    void pricesShouldBeTakenFromTheTopicOnceAndPoisonPutAside() throws Exception {
        String name = UUID.randomUUID().toString();
        Kafka kafka = ServerUnderTest.kafka().orElseThrow();
        kafka.send("optibid.market-data", "EE", "no JSON, " + name);
        kafka.send("optibid.market-data", "EE", message(name + "-x", "NOWHERE", "1"));
        kafka.send("optibid.market-data", "EE", message(name, "EE", "71.25"));
        kafka.send("optibid.market-data", "EE", message(name, "EE", "99.99"));
        kafka.send("optibid.market-data", "EE", message(name + "-end", "EE", "71.25"));

        Patience.until(() -> imports(name + "-end"), count -> count == 1);

        assertThat(number("select count(*) from prices where delivery_start = '2023-05-02T00:00Z' and price = 71.25"))
                .isEqualTo(1);
        assertThat(number("select count(*) from prices where delivery_start = '2023-05-02T00:00Z' and price = 99.99"))
                .as("a second message of that name")
                .isZero();
        assertThat(
                        number(
                                "select count(*) from audit_entries a join prices p on p.import_id::text = a.subject_id where"
                                        + " a.action = 'market-data.import' and p.delivery_start = '2023-05-02T00:00Z' and p.price = 71.25"))
                .as("audited like an import")
                .isEqualTo(1);
        List<ConsumerRecord<String, String>> aside =
                Patience.until(() -> deadLetters(name), letters -> letters.size() == 2);
        assertThat(aside.stream().map(letter -> Kafka.header(letter, "optibid-reason-code")))
                .containsExactly("malformed", "unknown-zone");
    }

    @Test
    void requestsShouldGoOnAndEventsWaitWhenKafkaIsKilledAndBroughtBack() {
        Kafka kafka = ServerUnderTest.kafka().orElseThrow();

        kafka.kill();

        String asset = BidRuns.battery("EE");
        awaitState("degraded");
        String second = BidRuns.battery("EE");
        assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(200);

        kafka.bringBack();

        awaitState("available");
        assertThat(types(awaitEvents("optibid.assets", asset, 1))).containsOnly("AssetCreated");
        assertThat(types(awaitEvents("optibid.assets", second, 1))).containsOnly("AssetCreated");
    }

    @Test
    void requestsShouldGoOnAndEventsWaitWhenKafkaIsFrozen() {
        Kafka kafka = ServerUnderTest.kafka().orElseThrow();
        String asset;

        kafka.freeze();
        try {
            asset = BidRuns.battery("EE");
            awaitState("degraded");
            assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(200);
        } finally {
            kafka.thaw();
        }

        awaitState("available");
        assertThat(types(awaitEvents("optibid.assets", asset, 1))).containsOnly("AssetCreated");
    }

    private static String message(String name, String zone, String price) {
        return """
                {"messageId": "%s", "productCode": "SDAC", "zoneCode": "%s", "minutes": 60,
                 "prices": [{"start": "2023-05-02T00:00:00Z", "price": %s}]}""".formatted(name, zone, price);
    }

    private static List<JsonNode> awaitEvents(String topic, String aggregate, int count) {
        return Patience.until(
                () -> ServerUnderTest.kafka().orElseThrow().read(topic).stream()
                        .map(record -> json(record.value()))
                        .filter(event -> event.get("subject").asText().endsWith(aggregate))
                        .toList(),
                events -> events.size() >= count);
    }

    private static List<ConsumerRecord<String, String>> deadLetters(String name) {
        return ServerUnderTest.kafka().orElseThrow().read("optibid.market-data.dead-letter").stream()
                .filter(letter -> letter.value().contains(name))
                .sorted(Comparator.comparing(letter -> Kafka.header(letter, "optibid-reason-code")))
                .toList();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(KafkaIT::type).distinct().toList();
    }

    private static String type(JsonNode event) {
        return event.get("type").asText().substring("energy.optibid.".length());
    }

    /** The fields that events.md names for an event. */
    private static Set<String> documented(String type) throws IOException {
        Matcher row = Pattern.compile("(?m)^\\| `" + type + "` \\| `[a-z]+` \\| ([^|]+) \\|")
                .matcher(Files.readString(Path.of(EVENTS)));
        assertThat(row.find()).as("%s in %s", type, EVENTS).isTrue();
        return Pattern.compile("`([^`]+)`")
                .matcher(row.group(1))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int imports(String messageId) {
        return number("select count(*) from applied_messages where message_id = '" + messageId + "'");
    }

    private static int number(String sql) {
        return Integer.parseInt(ServerUnderTest.database().text(sql));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static void awaitState(String kafka) {
        Patience.until(
                () -> Api.as("admin").get("/api/v1/health").json(),
                health -> StreamSupport.stream(
                                health.get("detail").get("services").spliterator(), false)
                        .anyMatch(service -> service.get("name").asText().equals("kafka")
                                && service.get("state").asText().equals(kafka)));
    }
}
