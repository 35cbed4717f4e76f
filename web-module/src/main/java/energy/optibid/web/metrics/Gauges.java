package energy.optibid.web.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gauges as they are at one scrape. One that has no value is left out. */
final class Gauges {
    private static final double MILLIS = 1_000.0;

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    /** @param labels name, value, name, value… */
    void add(String name, String help, double value, String... labels) {
        gauges.computeIfAbsent(
                        name, unused -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value)
                        .build());
    }

    /**
     * A gauge that is always 1 and tells by its labels.
     *
     * @param name without the suffix {@code _info}
     */
    void addInfo(String name, String help, String... labels) {
        snapshots.add(InfoSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .build())
                .build());
    }

    /** When figures that are read in the background were read last. */
    void addRead(String figures, Instant at) {
        add(
                "optibid_figures_last_success_timestamp_seconds",
                "When figures that are read in the background were read last",
                at.toEpochMilli() / MILLIS,
                "figures",
                figures);
    }

    MetricSnapshots snapshots() {
        gauges.values().forEach(gauge -> snapshots.add(gauge.build()));
        return new MetricSnapshots(snapshots);
    }
}
