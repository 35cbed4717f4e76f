package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.Settings;
import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventTopic;
import energy.optibid.streaming.LoggedEvent;
import energy.optibid.streaming.internal.CloudEventJson;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes events as CloudEvents to topics, keyed by aggregate. Of each aggregate one event at a time is under way: were
 * the next one sent before the first is acknowledged, it could arrive though the first did not. Failures come through as
 * Kafka's exceptions.
 */
@Dependent
@Typed(KafkaEventBus.class)
public final class KafkaEventBus implements EventBus, AutoCloseable {
    private final KafkaSettings settings;
    private final KafkaSender sender;

    @Inject
    public KafkaEventBus(Settings settings) {
        this(KafkaSettings.of(settings));
    }

    public KafkaEventBus(KafkaSettings settings) {
        this.settings = settings;
        this.sender = new KafkaSender(settings, topics(settings));
    }

    /** The names of all topics that events are published to. */
    static List<String> topics(KafkaSettings settings) {
        return Arrays.stream(EventTopic.values())
                .map(topic -> settings.topic(topic.topic()))
                .toList();
    }

    @Override
    public synchronized int publish(List<LoggedEvent> events) {
        rounds(events).forEach(sender::send);
        return events.size();
    }

    /** The first event of each aggregate, then the second of each that has one, and so on. */
    private List<List<ProducerRecord<byte[], byte[]>>> rounds(List<LoggedEvent> events) {
        List<List<ProducerRecord<byte[], byte[]>>> rounds = new ArrayList<>();
        Map<String, Integer> next = new HashMap<>();
        for (LoggedEvent event : events) {
            int round = next.merge(key(event), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(message(event));
        }
        return rounds;
    }

    private ProducerRecord<byte[], byte[]> message(LoggedEvent event) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("content-type", CloudEventJson.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(
                settings.topic(EventTopic.of(event.type()).topic()),
                null,
                event.occurredAt().toEpochMilli(),
                key(event).getBytes(StandardCharsets.UTF_8),
                CloudEventJson.of(event).getBytes(StandardCharsets.UTF_8),
                headers);
    }

    private static String key(LoggedEvent event) {
        return event.aggregateType() + "/" + event.aggregateId();
    }

    @Override
    public synchronized void close() {
        sender.close();
    }
}
