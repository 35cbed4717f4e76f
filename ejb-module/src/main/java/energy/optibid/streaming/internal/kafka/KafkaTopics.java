package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are missing, with the brokers' own replication. Nothing is done to a topic that is there. */
final class KafkaTopics {

    private KafkaTopics() {}

    /** @throws KafkaException where a topic is missing and cannot be made */
    static void ensure(KafkaSettings settings, List<String> names) {
        Admin admin = Admin.create(settings.client());
        try {
            Set<String> there = get(admin.listTopics().names());
            names.stream()
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, Optional.of(settings.partitions()), Optional.empty()))
                    .forEach(topic -> make(admin, topic));
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static void make(Admin admin, NewTopic topic) {
        try {
            get(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            // Another node was quicker.
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }
}
