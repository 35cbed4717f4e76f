package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.UnfitMessageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands a topic's messages to a feed, each committed to Kafka only after the feed has applied it or it was put aside. The
 * nodes share the partitions. Failures of Kafka come through as its exceptions; the next run begins with a new consumer.
 */
final class KafkaFeedReader implements AutoCloseable {
    private static final Logger LOG = System.getLogger(KafkaFeedReader.class.getName());
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 5;

    private final KafkaSettings settings;
    private final MessageFeed feed;
    private final BooleanSupplier databaseAnswers;
    private final String topic;
    private final DeadLetters deadLetters;
    private final Map<TopicPartition, Integer> failures = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** @param databaseAnswers whether a message that fails again and again is itself to blame */
    KafkaFeedReader(KafkaSettings settings, MessageFeed feed, BooleanSupplier databaseAnswers) {
        this.settings = settings;
        this.feed = feed;
        this.databaseAnswers = databaseAnswers;
        this.topic = settings.topic(feed.topic());
        this.deadLetters = new DeadLetters(settings, topic);
    }

    /** Takes what has come; whether there may be more. */
    synchronized boolean run() {
        try {
            KafkaConsumer<byte[], byte[]> open = open();
            ConsumerRecords<byte[], byte[]> messages = open.poll(WAIT);
            return !messages.isEmpty() && takeAll(open, messages);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean takeAll(KafkaConsumer<byte[], byte[]> open, ConsumerRecords<byte[], byte[]> messages) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        boolean all = true;
        for (TopicPartition partition : messages.partitions()) {
            all &= takeInOrder(open, partition, messages.records(partition), done);
        }
        try {
            open.commitSync(done);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.log(Level.DEBUG, "Messages come again, to another node: the inbox knows them", e);
        }
        return all;
    }

    /** Stops at the first that could not be applied now, to begin with it the next time. */
    private boolean takeInOrder(
            KafkaConsumer<byte[], byte[]> open,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> messages,
            Map<TopicPartition, OffsetAndMetadata> done) {
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (!take(partition, message)) {
                open.seek(partition, message.offset());
                return false;
            }
            failures.remove(partition);
            done.put(partition, new OffsetAndMetadata(message.offset() + 1));
        }
        return true;
    }

    private boolean take(TopicPartition partition, ConsumerRecord<byte[], byte[]> message) {
        try {
            feed.take(text(message.value()));
            return true;
        } catch (UnfitMessageException e) {
            deadLetters.put(message, e.code(), String.valueOf(e.getMessage()));
            return true;
        } catch (RuntimeException e) {
            return giveUp(partition, message, e);
        }
    }

    private boolean giveUp(TopicPartition partition, ConsumerRecord<byte[], byte[]> message, RuntimeException e) {
        int attempts = failures.merge(partition, 1, Integer::sum);
        String which = "Message " + message.offset() + " of " + partition;
        if (attempts < MOST_ATTEMPTS || !databaseAnswers.getAsBoolean()) {
            LOG.log(attempts == 1 ? Level.WARNING : Level.DEBUG, which + " could not be applied; it is tried again", e);
            return false;
        }
        LOG.log(Level.ERROR, which + " fails again and again and was put aside on " + topic + DeadLetters.SUFFIX, e);
        deadLetters.put(message, "internal-error", "It could not be applied; the reason is in the server's log");
        return true;
    }

    private static String text(byte @Nullable [] value) {
        if (value == null) {
            throw new UnfitMessageException("malformed", "The message is empty");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnfitMessageException("malformed", "The message is not UTF-8");
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open == null) {
            KafkaTopics.ensure(settings, List.of(topic, topic + DeadLetters.SUFFIX));
            open = new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            open.subscribe(List.of(topic));
            consumer = open;
        }
        return open;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = settings.client();
        properties.put("group.id", topic);
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        properties.put("isolation.level", "read_committed");
        properties.put("max.poll.records", MOST_AT_ONCE);
        properties.put("session.timeout.ms", 10_000);
        // Also how long the others wait for a node that died while they shared the partitions out.
        properties.put("max.poll.interval.ms", 60_000);
        return properties;
    }

    @Override
    public synchronized void close() {
        KafkaConsumer<byte[], byte[]> open = consumer;
        consumer = null;
        deadLetters.close();
        if (open != null) {
            open.close(CloseOptions.timeout(WAIT));
        }
    }
}
