package energy.optibid.streaming.internal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventBusContract;
import energy.optibid.streaming.LoggedEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bus on a real broker, read as another system reads it. */
@SuppressWarnings("NullAway.Init")
class KafkaEventBusIT extends EventBusContract {
    private KafkaSettings settings;
    private KafkaEventBus bus;

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        settings = KafkaBroker.shared().settings("bus-" + UUID.randomUUID(), "PT20S");
        bus = new KafkaEventBus(settings);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Override
    protected EventBus bus() {
        return bus;
    }

    @Override
    protected List<LoggedEvent> heard(int atLeast) {
        // Each partition is in order; a stable sort by partition keeps it.
        return Topic.read(settings, KafkaEventBus.topics(settings), atLeast).stream()
                .sorted(Comparator.comparingInt(ConsumerRecord::partition))
                .map(KafkaEventBusIT::event)
                .toList();
    }

    @Test
    void messageShouldBeACloudEventKeyedByItsAggregate() {
        UUID id = UUID.randomUUID();
        UUID organisation = UUID.randomUUID();
        bus.publish(List.of(new LoggedEvent(
                42,
                id,
                Optional.of(organisation),
                "BidsSubmitted",
                "bid-run",
                "r1",
                Instant.parse("2026-03-05T12:45:00Z"),
                "{\"bids\":3}")));

        ConsumerRecord<byte[], byte[]> record =
                Topic.read(settings, List.of(settings.topic("bids")), 1).get(0);

        assertThat(text(record.key())).isEqualTo("bid-run/r1");
        Header type = record.headers().lastHeader("content-type");
        assertThat(text(type.value())).isEqualTo("application/cloudevents+json");
        assertThat(text(record.value()))
                .isEqualTo(("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/optibid\","
                                + "\"type\":\"energy.optibid.BidsSubmitted\",\"subject\":\"bid-run/r1\","
                                + "\"time\":\"2026-03-05T12:45:00Z\",\"sequence\":\"0000000000000000042\","
                                + "\"organisationid\":\"%s\",\"datacontenttype\":\"application/json\","
                                + "\"data\":{\"bids\":3}}")
                        .formatted(id, organisation));
    }

    private static LoggedEvent event(ConsumerRecord<byte[], byte[]> record) {
        try (JsonReader reader = Json.createReader(new StringReader(text(record.value())))) {
            JsonObject json = reader.readObject();
            String[] subject = json.getString("subject").split("/", 2);
            return new LoggedEvent(
                    Long.parseLong(json.getString("sequence")),
                    UUID.fromString(json.getString("id")),
                    Optional.ofNullable(json.getString("organisationid", null)).map(UUID::fromString),
                    json.getString("type").substring("energy.optibid.".length()),
                    subject[0],
                    subject[1],
                    Instant.parse(json.getString("time")),
                    json.getJsonObject("data").toString());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
