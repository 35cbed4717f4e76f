package energy.optibid.analytics.internal;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.PriceSelection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** The energy that the transaction's organisation sold and bought: its positions that no later run superseded. */
final class OwnVolumes {
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final int SCALE = 6;
    static final Volume NOTHING = new Volume(BigDecimal.ZERO, BigDecimal.ZERO);

    /** A zone and the start of a bucket. */
    record Place(String zoneCode, Instant start) {}

    record Volume(BigDecimal soldMwh, BigDecimal boughtMwh) {
        Volume plus(Volume other) {
            return new Volume(soldMwh.add(other.soldMwh), boughtMwh.add(other.boughtMwh));
        }
    }

    private OwnVolumes() {}

    static Map<Place, Volume> read(Connection connection, PriceSelection selection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select z.code, %s as bucket, sum(greatest(p.net_mw, 0) * p.minutes), sum(greatest(-p.net_mw, 0) * p.minutes)
                  from positions p join auctions a on a.id = p.auction_id
                  join zones z on z.id = a.zone_id join products on products.id = a.product_id
                 where not p.superseded and products.code = ? and z.code = any (?) and a.delivery_date between ? and ?
                 group by z.code, bucket
                """.formatted(bucket(selection.bucket())))) {
            select.setString(1, selection.productCode());
            select.setArray(
                    2, connection.createArrayOf("text", selection.zoneCodes().toArray()));
            select.setObject(3, selection.firstDeliveryDate());
            select.setObject(4, selection.lastDeliveryDate());
            return rows(select, selection);
        }
    }

    private static String bucket(Bucket bucket) {
        return switch (bucket) {
            case HOUR -> "date_trunc('hour', p.period_start, a.time_zone)";
            case DAY -> "a.delivery_date";
            case MONTH -> "date_trunc('month', a.delivery_date)::date";
        };
    }

    private static Map<Place, Volume> rows(PreparedStatement select, PriceSelection selection) throws SQLException {
        Map<Place, Volume> volumes = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant start = selection.bucket() == Bucket.HOUR
                        ? row.getObject(2, OffsetDateTime.class).toInstant()
                        : row.getObject(2, LocalDate.class)
                                .atStartOfDay(selection.tradingZone())
                                .toInstant();
                Volume volume = new Volume(mwh(row.getBigDecimal(3)), mwh(row.getBigDecimal(4)));
                volumes.put(new Place(row.getString(1), start), volume);
            }
        }
        return volumes;
    }

    private static BigDecimal mwh(BigDecimal mwMinutes) {
        return mwMinutes.divide(MINUTES_PER_HOUR, SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
