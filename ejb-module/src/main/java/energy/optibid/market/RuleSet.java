package energy.optibid.market;

import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a product that are in force for the delivery days from {@code validFrom} to {@code validTo}.
 *
 * @param productCode for example {@code SDAC}
 * @param validFrom first delivery day
 * @param validTo first delivery day after it, absent while open-ended
 * @param timeZone decides the trading day, and gate times that are local
 * @param timeUnit length of a delivery period
 * @param currency of prices, ISO 4217
 * @param times when the gate opens and closes
 * @param orders what an order may look like
 * @param sources where each part comes from, by part
 */
public record RuleSet(
        String productCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        ZoneId timeZone,
        MarketTimeUnit timeUnit,
        String currency,
        AuctionTimes times,
        OrderRules orders,
        List<RuleSource> sources) {
    public RuleSet {
        sources = List.copyOf(sources);
    }

    /** Whether each number was read in the operator's own text. */
    public boolean verified() {
        return sources.stream().allMatch(RuleSource::verified);
    }

    /** The same rules, as if the market traded periods of that length. */
    public RuleSet in(MarketTimeUnit unit) {
        return new RuleSet(productCode, validFrom, validTo, timeZone, unit, currency, times, orders, sources);
    }

    /** The same rules until that delivery day, which is the first one after them. */
    public RuleSet until(LocalDate end) {
        return new RuleSet(
                productCode, validFrom, Optional.of(end), timeZone, timeUnit, currency, times, orders, sources);
    }

    /** Whether these rules are in force on that delivery day. */
    public boolean appliesOn(LocalDate deliveryDate) {
        return !deliveryDate.isBefore(validFrom)
                && validTo.map(deliveryDate::isBefore).orElse(true);
    }

    public DeliveryDay day(LocalDate deliveryDate) {
        return new DeliveryDay(deliveryDate, timeZone);
    }

    /** The auctions of a delivery day in the order of their deliveries, at least one. */
    public List<Gate> gates(LocalDate deliveryDate) {
        DeliveryDay day = day(deliveryDate);
        List<Gate> gates = new ArrayList<>();
        Instant start = day.start();
        while (start.isBefore(day.end())) {
            Instant end = endOfSession(start, day);
            gates.add(gate(deliveryDate, new DeliveryPeriod(start, end)));
            start = end;
        }
        return List.copyOf(gates);
    }

    private Instant endOfSession(Instant start, DeliveryDay day) {
        if (times.sessionMinutes().isEmpty()) {
            return day.end();
        }
        Instant end = start.plus(Duration.ofMinutes(times.sessionMinutes().getAsInt()));
        return end.isBefore(day.end()) ? end : day.end();
    }

    private Gate gate(LocalDate day, DeliveryPeriod delivery) {
        Instant start = delivery.start();
        return new Gate(
                productCode,
                day,
                timeZone,
                delivery,
                times.opening().map(opening -> opening.instant(day, timeZone, start)),
                times.closure().instant(day, timeZone, start),
                times.results().map(results -> results.instant(day, timeZone, start)));
    }

    /** The instant from which orders for all of that delivery day are no longer taken: the first of its gates closes. */
    public Instant gateClosure(LocalDate deliveryDate) {
        return gateClosure(deliveryDate, day(deliveryDate).start());
    }

    /** The instant from which orders are no longer taken for a delivery that begins at {@code start} on that day. */
    public Instant gateClosure(LocalDate deliveryDate, Instant start) {
        return times.closure().instant(deliveryDate, timeZone, sessionStart(deliveryDate, start));
    }

    /**
     * The instant at which the results of a delivery are published, that begins at {@code start} on that day; where the rules state no
     * time, gate closure, before which there are none.
     */
    public Instant resultTime(LocalDate deliveryDate, Instant start) {
        return times.results()
                .orElse(times.closure())
                .instant(deliveryDate, timeZone, sessionStart(deliveryDate, start));
    }

    private Instant sessionStart(LocalDate deliveryDate, Instant start) {
        Instant dayStart = day(deliveryDate).start();
        if (times.sessionMinutes().isEmpty()) {
            return dayStart;
        }
        long session = Duration.ofMinutes(times.sessionMinutes().getAsInt()).toSeconds();
        long since = Duration.between(dayStart, start).toSeconds();
        return dayStart.plusSeconds(Math.floorDiv(since, session) * session);
    }

    /** The instant at which the first results of that delivery day are published; see {@link #resultTime(LocalDate, Instant)}. */
    public Instant resultTime(LocalDate deliveryDate) {
        return resultTime(deliveryDate, day(deliveryDate).start());
    }

    /** The last delivery day whose results are published at that instant, of a market that sells whole days. */
    public LocalDate lastPublishedDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, timeZone);
        return now.isBefore(resultTime(today.plusDays(1))) ? today : today.plusDays(1);
    }
}
