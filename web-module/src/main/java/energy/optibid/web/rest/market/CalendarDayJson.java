package energy.optibid.web.rest.market;

import energy.optibid.market.CalendarDay;
import energy.optibid.market.Gate;
import energy.optibid.market.Holiday;
import energy.optibid.quantity.DeliveryDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trading day of a product. */
public record CalendarDayJson(
        LocalDate deliveryDate,

        @Schema(description = "Decides the trading day") String timeZone,

        Instant start,

        Instant end,

        @Schema(description = "23 to 25") int hours,

        @Schema(description = "Length of a delivery period by the rules of that day")
        int periodMinutes,

        @Schema(description = "How many delivery periods the day has: 23 to 25 hours, 92 to 100 quarter-hours")
        int periods,

        @Schema(description = "How many auctions sell the day: 1, or as many as it has sessions")
        int auctions,

        @Schema(description = "When the first auction's gate opens; absent where the rules state no time")
        Optional<Instant> opens,

        @Schema(description = "When the first auction's gate closes")
        Instant closes,

        @Schema(description = "When the last auction's gate closes")
        Instant lastCloses,

        @Schema(description = "When the first auction's results are published; absent where the rules state no time")
        Optional<Instant> results,

        @Schema(description = "Saturday or Sunday") boolean weekend,

        @Schema(description = "Whether somebody has a holiday")
        boolean holiday,

        List<HolidayJson> holidays) {
    static CalendarDayJson of(CalendarDay day) {
        DeliveryDay delivery = day.day();
        Gate first = day.gates().get(0);
        Gate last = day.gates().get(day.gates().size() - 1);
        return new CalendarDayJson(
                delivery.date(),
                delivery.zone().getId(),
                delivery.start(),
                delivery.end(),
                Math.toIntExact(
                        Duration.between(delivery.start(), delivery.end()).toHours()),
                day.timeUnit().minutes(),
                day.periods(),
                day.gates().size(),
                first.opens(),
                first.closes(),
                last.closes(),
                first.results(),
                day.weekend(),
                !day.holidays().isEmpty(),
                day.holidays().stream().map(HolidayJson::of).toList());
    }

    /** A day on which many people do not work. */
    public record HolidayJson(
            @Schema(
                    description = "ISO 3166 code of the country or its part; NERC for the days that the North American"
                            + " markets count as off-peak whatever their weekday")
            String area,

            @Schema(description = "In English") String name) {
        static HolidayJson of(Holiday holiday) {
            return new HolidayJson(holiday.area(), holiday.name());
        }
    }
}
