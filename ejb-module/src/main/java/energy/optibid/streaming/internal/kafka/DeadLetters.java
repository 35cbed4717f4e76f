package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Puts messages aside on a topic beside theirs, as they came, with the reason and where they were in headers. */
final class DeadLetters implements AutoCloseable {
    static final String SUFFIX = ".dead-letter";

    private final KafkaSender sender;

    DeadLetters(KafkaSettings settings, String topic) {
        this.sender = new KafkaSender(settings, List.of(topic + SUFFIX));
    }

    void put(ConsumerRecord<byte[], byte[]> message, String code, String reason) {
        RecordHeaders headers = new RecordHeaders(message.headers());
        header(headers, "optibid-reason-code", code);
        header(headers, "optibid-reason", reason);
        header(headers, "optibid-topic", message.topic());
        header(headers, "optibid-partition", String.valueOf(message.partition()));
        header(headers, "optibid-offset", String.valueOf(message.offset()));
        try {
            send(message, message.value(), headers);
        } catch (RecordTooLargeException e) {
            // It was as large as may be, and the headers come on top. It is still where the headers say.
            send(message, null, headers);
        }
    }

    private void send(ConsumerRecord<byte[], byte[]> message, byte @Nullable [] value, RecordHeaders headers) {
        Long at = message.timestamp() < 0 ? null : message.timestamp();
        sender.send(List.of(new ProducerRecord<>(message.topic() + SUFFIX, null, at, message.key(), value, headers)));
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sender.close();
    }
}
