package energy.optibid.bidding.internal;

import energy.optibid.forecasting.ForecastPoint;
import energy.optibid.quantity.DeliveryPeriod;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code forecasts} with its points. */
@Entity
@Table(name = "forecasts")
public class ForecastEntity {
    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "run_id")
    UUID runId;

    String forecaster;

    @Column(name = "as_of")
    Instant asOf;

    @Column(name = "made_at")
    Instant madeAt;

    @ElementCollection
    @CollectionTable(name = "forecast_points", joinColumns = @JoinColumn(name = "forecast_id"))
    @OrderColumn(name = "ordinal")
    List<Point> points = new ArrayList<>();

    /** A row of {@code forecast_points}. */
    @Embeddable
    public static class Point {
        @Column(name = "period_start")
        Instant periodStart;

        short minutes;
        BigDecimal price;

        @JdbcTypeCode(SqlTypes.ARRAY)
        List<Instant> basis;

        static Point of(ForecastPoint forecast) {
            Point point = new Point();
            point.periodStart = forecast.period().start();
            point.minutes = (short) forecast.period().duration().toMinutes();
            point.price = forecast.price();
            point.basis = forecast.basis();
            return point;
        }

        DeliveryPeriod period() {
            return new DeliveryPeriod(periodStart, periodStart.plus(Duration.ofMinutes(minutes)));
        }
    }
}
