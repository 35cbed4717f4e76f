package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.streaming.MessageFeed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** All feeds, each from its topic, while Kafka is available. */
@Dependent
public final class KafkaFeeds implements Runnable, AutoCloseable {
    private final MonitoredService kafka;
    private final List<KafkaFeedReader> readers;
    private volatile boolean closed;

    @Inject
    public KafkaFeeds(Settings settings, Services services, @Any Instance<MessageFeed> feeds) {
        this(KafkaSettings.of(settings), services, feeds.stream().toList());
    }

    public KafkaFeeds(KafkaSettings settings, Services services, List<MessageFeed> feeds) {
        this.kafka = services.of(ServiceName.KAFKA);
        MonitoredService database = services.of(ServiceName.POSTGRESQL);
        this.readers = feeds.stream()
                .map(feed -> new KafkaFeedReader(settings, feed, () -> database.state() == ServiceState.AVAILABLE))
                .toList();
    }

    @Override
    public void run() {
        readers.forEach(reader -> {
            boolean more = !closed;
            while (more) {
                more = kafka.routeAlways(reader::run, () -> false) && !closed;
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        readers.forEach(KafkaFeedReader::close);
    }
}
