package energy.optibid.web.metrics;

import energy.optibid.push.Client;
import energy.optibid.push.PushDesk;
import energy.optibid.push.PushFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** WebSocket connections and messages of this node. */
final class PushMetrics implements MultiCollector {
    private final Supplier<PushDesk> desk;

    PushMetrics(Supplier<PushDesk> desk) {
        this.desk = desk;
    }

    @Override
    public MetricSnapshots collect() {
        PushFigures figures = desk.get().figures();
        Gauges gauges = new Gauges();
        for (Client.Channel channel : Client.Channel.values()) {
            gauges.add(
                    "optibid_websocket_connections",
                    "WebSocket connections to this node that are open, by channel",
                    (double) figures.connections().getOrDefault(channel, 0L),
                    "channel",
                    channel.label());
        }
        List<MetricSnapshot> snapshots =
                new ArrayList<>(gauges.snapshots().stream().toList());
        snapshots.add(counter(
                "optibid_websocket_messages_sent", "Messages that were handed over to clients", figures.sent()));
        snapshots.add(counter(
                "optibid_websocket_messages_coalesced",
                "Messages that were not sent because a newer one of their zone took their place",
                figures.coalesced()));
        snapshots.add(closes(figures));
        return new MetricSnapshots(snapshots);
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) value).build())
                .build();
    }

    private static CounterSnapshot closes(PushFigures figures) {
        CounterSnapshot.Builder closes = CounterSnapshot.builder()
                .name("optibid_websocket_closes")
                .help("Connections that ended, or were refused as too many, by reason");
        figures.closed()
                .forEach((code, count) -> closes.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of("reason", code.label()))
                        .value((double) count)
                        .build()));
        return closes.build();
    }
}
