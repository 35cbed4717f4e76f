package energy.optibid.analytics.internal;

import energy.optibid.analytics.MarketFigures.Row;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices and the organisation's own volumes side by side. */
public final class MarketRows {
    private final PriceSelection selection;
    private final Map<OwnVolumes.Place, OwnVolumes.Volume> volumes;

    private MarketRows(PriceSelection selection, Map<OwnVolumes.Place, OwnVolumes.Volume> volumes) {
        this.selection = selection;
        this.volumes = volumes;
    }

    /** With the volumes of the transaction's organisation. */
    public static MarketRows of(Connection connection, PriceSelection selection) throws SQLException {
        return new MarketRows(selection, OwnVolumes.read(connection, selection));
    }

    public List<Row> byBucket(List<PriceSums> sums) {
        return sums.stream().map(this::row).toList();
    }

    /** Each zone over the whole selection. */
    public List<Row> byZone(List<PriceSums> sums) {
        Map<String, PriceSums> zones = new LinkedHashMap<>();
        sums.forEach(bucket -> zones.merge(bucket.zoneCode(), bucket, PriceSums::plus));
        List<Row> rows = new ArrayList<>();
        for (PriceSums zone : zones.values()) {
            OwnVolumes.Volume volume = volumes.entrySet().stream()
                    .filter(entry -> entry.getKey().zoneCode().equals(zone.zoneCode()))
                    .map(Map.Entry::getValue)
                    .reduce(OwnVolumes.NOTHING, OwnVolumes.Volume::plus);
            rows.add(row(zone, selection.from(), selection.to(), volume));
        }
        return rows;
    }

    private Row row(PriceSums sums) {
        Instant start = sums.start().isBefore(selection.from()) ? selection.from() : sums.start();
        Instant end = selection.bucket().endOf(sums.start(), selection.tradingZone());
        return row(
                sums,
                start,
                end.isAfter(selection.to()) ? selection.to() : end,
                volumes.getOrDefault(new OwnVolumes.Place(sums.zoneCode(), sums.start()), OwnVolumes.NOTHING));
    }

    private static Row row(PriceSums sums, Instant start, Instant end, OwnVolumes.Volume volume) {
        long missing = Math.max(0, Duration.between(start, end).toMinutes() - sums.minutes());
        return new Row(sums, end, missing, volume.soldMwh(), volume.boughtMwh());
    }
}
