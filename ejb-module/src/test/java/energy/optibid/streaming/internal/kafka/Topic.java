package energy.optibid.streaming.internal.kafka;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies on topics, as another system reads them. */
final class Topic {

    private Topic() {}

    /** All records that are there, in order within each partition, when there are at least that many. */
    static List<ConsumerRecord<byte[], byte[]>> read(KafkaSettings settings, List<String> topics, int atLeast) {
        Map<String, Object> properties = settings.client();
        properties.put("auto.offset.reset", "earliest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Wait.until(atLeast + " records on " + topics, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= atLeast
                        && consumer.endOffsets(partitions).entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        } catch (AssertionError e) {
            Map<TopicPartition, Long> read = records.stream()
                    .collect(groupingBy(each -> new TopicPartition(each.topic(), each.partition()), counting()));
            throw new AssertionError(
                    "%s; read %s of [%s, %s)"
                            .formatted(
                                    e.getMessage(),
                                    read,
                                    consumer.beginningOffsets(consumer.assignment()),
                                    consumer.endOffsets(consumer.assignment())),
                    e);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        return records;
    }
}
