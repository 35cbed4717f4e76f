package energy.optibid.streaming.internal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.Wait;
import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.UnfitMessageException;
import energy.optibid.streaming.internal.InboxTable;
import energy.optibid.streaming.internal.StreamPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages from a real broker into a feed whose effect is in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class KafkaFeedIT {
    private final StreamPostgres postgres = StreamPostgres.shared();
    private final List<String> tried = new ArrayList<>();
    private final Set<String> failOnceAfterCommit = new HashSet<>();
    private boolean databaseAnswers = true;
    private KafkaSettings settings;
    private KafkaSender sender;
    private KafkaFeedReader reader;

    @BeforeEach
    void connect() throws IOException, InterruptedException, SQLException {
        postgres.empty();
        settings = KafkaBroker.shared().settings("feed-" + UUID.randomUUID(), "PT20S");
        sender = new KafkaSender(settings, List.of(topic()));
        reader = reader();
    }

    @AfterEach
    void disconnect() {
        sender.close();
        reader.close();
    }

    @Test
    void messagesShouldBeAppliedInTheirOrderAndOnlyThenCommitted() throws SQLException {
        send("a", "b", "c");

        runUntilTried(3);

        assertThat(tried).containsExactly("a", "b", "c");
        assertThat(applied()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void messageShouldTakeEffectOnceWhenItComesAgain() throws SQLException {
        failOnceAfterCommit.add("a");
        send("a", "b", "a");

        runUntilTried(4);

        assertThat(tried).containsExactly("a", "a", "b", "a");
        assertThat(applied()).containsExactlyInAnyOrder("a", "b");
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void messageShouldComeAgainWhenTheReaderDiedBeforeTheCommit() throws SQLException {
        failOnceAfterCommit.add("a");
        send("a");
        runUntilTried(1);
        assertThat(committed()).isZero();

        reader.close();
        reader = reader();
        runUntilTried(2);

        assertThat(applied()).containsExactly("a");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void poisonShouldBePutAsideWithItsReasonAndNotBlockTheRest() throws SQLException {
        send("a", "unfit", "b");
        sender.send(List.of(
                new ProducerRecord<>(topic(), 0, bytes("k"), new byte[] {(byte) 0xC3, 0x28}),
                new ProducerRecord<byte[], byte[]>(topic(), 0, bytes("k"), null),
                new ProducerRecord<>(topic(), 0, bytes("k"), bytes("c"))));

        runUntilTried(4);

        assertThat(applied()).containsExactlyInAnyOrder("a", "b", "c");
        Wait.until("all is committed", () -> {
            reader.run();
            return committed() == 6;
        });
        List<ConsumerRecord<byte[], byte[]>> aside = deadLetters(3);
        assertThat(aside)
                .extracting(record -> header(record, "optibid-reason-code"))
                .containsExactly("test-rule", "malformed", "malformed");
        ConsumerRecord<byte[], byte[]> first = aside.get(0);
        assertThat(new String(first.value(), StandardCharsets.UTF_8)).isEqualTo("unfit");
        assertThat(header(first, "optibid-reason")).isEqualTo("breaks a rule");
        assertThat(header(first, "optibid-topic")).isEqualTo(topic());
        assertThat(header(first, "optibid-partition")).isEqualTo("0");
        assertThat(header(first, "optibid-offset")).isEqualTo("1");
        assertThat(aside.get(1).value()).containsExactly(0xC3, 0x28);
        assertThat(aside.get(2).value()).isNull();
    }

    @Test
    void messageThatFailsAgainAndAgainShouldBePutAsideWhenTheDatabaseAnswers() throws SQLException {
        send("broken", "b");

        runUntilTried(6);

        assertThat(tried).containsExactly("broken", "broken", "broken", "broken", "broken", "b");
        assertThat(applied()).containsExactly("b");
        assertThat(header(deadLetters(1).get(0), "optibid-reason-code")).isEqualTo("internal-error");
    }

    @Test
    void messageShouldWaitForTheDatabase() throws SQLException {
        databaseAnswers = false;
        send("broken", "b");

        runUntilTried(12);

        assertThat(tried).containsOnly("broken");
        assertThat(committed()).isZero();
    }

    private KafkaFeedReader reader() {
        return new KafkaFeedReader(settings, new Feed(), () -> databaseAnswers);
    }

    private void runUntilTried(int times) {
        Wait.until(times + " are tried, now " + tried, () -> {
            reader.run();
            return tried.size() >= times;
        });
    }

    private void send(String... messages) {
        for (String message : messages) {
            sender.send(List.of(new ProducerRecord<>(topic(), 0, bytes("k"), bytes(message))));
        }
    }

    private String topic() {
        return settings.topic("test");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> applied() throws SQLException {
        return postgres.strings("select message_id from applied_messages");
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
        return Topic.read(settings, List.of(topic() + ".dead-letter"), count).stream()
                .sorted((a, b) -> header(a, "optibid-offset").compareTo(header(b, "optibid-offset")))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Where the group stands in partition 0. */
    private long committed() {
        Admin admin = Admin.create(settings.client());
        try {
            Map<?, @Nullable OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(topic())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.values().stream()
                    .filter(offset -> offset != null)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Applies a message by remembering it. */
    private final class Feed implements MessageFeed {
        @Override
        public String topic() {
            return "test";
        }

        @Override
        public void take(String message) {
            tried.add(message);
            if (message.equals("unfit")) {
                throw new UnfitMessageException("test-rule", "breaks a rule");
            }
            if (message.equals("broken")) {
                throw new IllegalStateException("on purpose");
            }
            apply(message);
            if (failOnceAfterCommit.remove(message)) {
                throw new IllegalStateException("on purpose, after the commit");
            }
        }

        private void apply(String message) {
            try (Connection connection = postgres.application()) {
                InboxTable.add(connection, "test", message, Instant.now());
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
