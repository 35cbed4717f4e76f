package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records and waits until all brokers that matter have them. After a failure nothing of it is still under way in
 * this process, and the next call begins with a new producer. Not for concurrent use.
 */
final class KafkaSender implements AutoCloseable {
    private static final int LINGER_MILLIS = 5;

    private final KafkaSettings settings;
    private final List<String> topics;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** @param topics that are made where they are missing, when the producer is */
    KafkaSender(KafkaSettings settings, List<String> topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** @throws KafkaException where one of them was not acknowledged in time; any of them may have arrived */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            KafkaProducer<byte[], byte[]> open = open();
            List<Future<RecordMetadata>> answers = new ArrayList<>();
            records.forEach(sent -> answers.add(open.send(sent)));
            answers.forEach(KafkaSender::await);
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            KafkaTopics.ensure(settings, topics);
            open = new KafkaProducer<>(properties(), new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private Map<String, Object> properties() {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        Map<String, Object> properties = settings.client();
        properties.remove("default.api.timeout.ms");
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("linger.ms", LINGER_MILLIS);
        properties.put("max.block.ms", (long) millis);
        properties.put("delivery.timeout.ms", millis + LINGER_MILLIS);
        return properties;
    }

    private static void await(Future<RecordMetadata> answer) {
        try {
            answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
