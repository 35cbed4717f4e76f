package energy.optibid.market.internal.rows;

import energy.optibid.market.RuleSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** The product's rules of the delivery day in which an instant lies; remembers the last day. Instants in microseconds. */
public final class DeliveryCalendar {
    /** Published prices may be finer than the tick, which binds orders: averages of quarter-hours, system prices. */
    public static final int FINEST_SCALE = 6;

    private static final long POWER_OF_FINEST_SCALE = 1_000_000;
    private static final long MICROS = 1_000_000;
    private static final long MICROS_PER_MINUTE = 60 * MICROS;

    /** Partitions are made for deliveries of this century alone. */
    private static final Instant FIRST_STORED = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant END_OF_STORED = Instant.parse("2100-01-01T00:00:00Z");

    private final List<RuleSet> rules;
    private final OptionalInt givenMinutes;
    private LocalDate date = LocalDate.EPOCH;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private int minutes;
    private long firstResult;
    private RuleSet ruleSet;
    private int priceScale;
    private long minPrice;
    private long maxPrice;

    /** The rules of one product in order of their days, at least one. */
    public DeliveryCalendar(List<RuleSet> rules, OptionalInt givenMinutes) {
        this.rules = rules;
        this.givenMinutes = givenMinutes;
        this.ruleSet = rules.get(0);
    }

    /** Turns to the day of an instant; false where the product has no rules for it, or it is not of this century. */
    public boolean turnTo(long instant) {
        return (instant >= start && instant < end) || find(Instant.ofEpochSecond(Math.floorDiv(instant, MICROS)));
    }

    private boolean find(Instant instant) {
        if (instant.isBefore(FIRST_STORED) || !instant.isBefore(END_OF_STORED)) {
            return false;
        }
        for (RuleSet candidate : rules) {
            LocalDate day = instant.atZone(candidate.timeZone()).toLocalDate();
            if (candidate.appliesOn(day)) {
                use(candidate, day);
                return true;
            }
        }
        return false;
    }

    private void use(RuleSet found, LocalDate day) {
        ruleSet = found;
        date = day;
        start = micros(found.day(day).start());
        end = micros(found.day(day).end());
        minutes = givenMinutes.orElse(found.timeUnit().minutes());
        firstResult = micros(found.resultTime(day));
        priceScale = Math.max(0, found.orders().priceTick().stripTrailingZeros().scale());
        minPrice = atFinestScale(found.orders().minPrice());
        maxPrice = atFinestScale(found.orders().maxPrice());
    }

    private static long atFinestScale(BigDecimal price) {
        return price.setScale(FINEST_SCALE).unscaledValue().longValueExact();
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS;
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    public LocalDate date() {
        return date;
    }

    public int minutes() {
        return minutes;
    }

    /** When the price of a delivery is published that begins at an instant of the day. */
    public long resultTime(long instant) {
        return ruleSet.times().sessionMinutes().isEmpty()
                ? firstResult
                : micros(ruleSet.resultTime(date, Instant.ofEpochSecond(instant / MICROS)));
    }

    /** Digits after the point of a price on the product's tick. */
    public int priceScale() {
        return priceScale;
    }

    /** Whether a price of at most {@value #FINEST_SCALE} digits after the point lies in the product's range. */
    public boolean inRange(long unscaled, int scale) {
        if (Math.abs(unscaled) > Long.MAX_VALUE / POWER_OF_FINEST_SCALE) {
            return false;
        }
        long price = unscaled;
        for (int i = scale; i < FINEST_SCALE; i++) {
            price *= 10;
        }
        return price >= minPrice && price <= maxPrice;
    }

    /** Whether a delivery period begins at an instant of the day. */
    public boolean onGrid(long instant) {
        return (instant - start) % (minutes * MICROS_PER_MINUTE) == 0;
    }

    /** Whether an hour begins at an instant of the day. */
    public boolean onHour(long instant) {
        return (instant - start) % (60 * MICROS_PER_MINUTE) == 0;
    }
}
