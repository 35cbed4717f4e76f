package energy.optibid.market;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a gate opens or closes, or results are published, as a market's rules say it: at a local time of a day before
 * delivery, or so long before delivery begins. Its text is {@code D-1 12:00} or an ISO 8601 duration, {@code PT45M}.
 */
public sealed interface GateTime {
    /** No market opens a gate longer before delivery than that. */
    int MOST_DAYS_BEFORE = 366;

    /**
     * The instant for a delivery that begins at {@code start}, in the trading day {@code day} of {@code zone}.
     */
    Instant instant(LocalDate day, ZoneId zone, Instant start);

    /** As {@link #parse} reads it. */
    String text();

    /**
     * At a local time of the market's time zone; a time that the change of the clock leaves out is an hour later.
     *
     * @param daysBefore the trading day, 0 to {@value #MOST_DAYS_BEFORE}
     * @param at hour and minute
     */
    record OnDay(int daysBefore, LocalTime at) implements GateTime {
        @Override
        public Instant instant(LocalDate day, ZoneId zone, Instant start) {
            return day.minusDays(daysBefore).atTime(at).atZone(zone).toInstant();
        }

        @Override
        public String text() {
            return "D-" + daysBefore + " " + at;
        }
    }

    /** @param lead before delivery begins, whole minutes, zero or positive */
    record BeforeDelivery(Duration lead) implements GateTime {
        @Override
        public Instant instant(LocalDate day, ZoneId zone, Instant start) {
            return start.minus(lead);
        }

        @Override
        public String text() {
            return lead.toString();
        }
    }

    /**
     * Reads {@code D-1 12:00} or {@code PT45M}.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static GateTime parse(String text) {
        try {
            if (text.matches("D-\\d{1,3} \\d{2}:\\d{2}")) {
                int blank = text.indexOf(' ');
                return onDay(Integer.parseInt(text.substring(2, blank)), LocalTime.parse(text.substring(blank + 1)));
            }
            return beforeDelivery(Duration.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is neither a day and a time, such as D-1 12:00, nor a time before delivery, such as PT45M",
                    e);
        }
    }

    private static GateTime onDay(int daysBefore, LocalTime at) {
        if (daysBefore > MOST_DAYS_BEFORE) {
            throw new IllegalArgumentException(
                    "D-" + daysBefore + " is more than " + MOST_DAYS_BEFORE + " days before");
        }
        return new OnDay(daysBefore, at);
    }

    private static GateTime beforeDelivery(Duration lead) {
        if (lead.isNegative()
                || lead.compareTo(Duration.ofDays(MOST_DAYS_BEFORE)) > 0
                || lead.toSecondsPart() != 0
                || lead.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    lead + " is not a number of whole minutes within " + MOST_DAYS_BEFORE + " days before delivery");
        }
        return new BeforeDelivery(lead);
    }
}
