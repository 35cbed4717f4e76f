package energy.optibid.market;

import energy.optibid.market.internal.SimulatedWeather;
import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up a power system of the size of Germany's and its day-ahead prices: consumption by hour, weekday and season,
 * wind and sun that last for some days, a merit order from must-run plant that pays to run up to scarcity. For
 * development and demonstrations; what comes out is not a market's data and is marked as simulated wherever it is kept.
 *
 * <p>The same zone, seed, rules and day give the same values, whatever other days are asked for.
 */
public final class PriceSimulator {
    private static final double MEAN_LOAD_MW = 55_000;
    private static final double WIND_MW = 62_000;
    private static final double SOLAR_MW = 75_000;

    /** Share of the mean load by hour of the day, from midnight on: low at night, peaks before noon and at seven. */
    private static final double[] HOURS = {
        0.80, 0.77, 0.75, 0.75, 0.77, 0.83, 0.93, 1.03, 1.09, 1.11, 1.11, 1.12, 1.11, 1.09, 1.06, 1.04, 1.04, 1.07,
        1.11, 1.12, 1.07, 1.00, 0.93, 0.86
    };

    private final SimulatedWeather weather;

    public PriceSimulator(String zoneCode, long seed) {
        this.weather = new SimulatedWeather(zoneCode, seed);
    }

    /** The delivery day's periods in order: 23 to 25 hours, or 92 to 100 quarter-hours, as the rules say. */
    public List<SimulatedPeriod> day(RuleSet rules, LocalDate deliveryDate) {
        List<SimulatedPeriod> day = new ArrayList<>();
        for (DeliveryPeriod period : rules.day(deliveryDate).periods(rules.timeUnit())) {
            day.add(period(rules, period));
        }
        return List.copyOf(day);
    }

    private SimulatedPeriod period(RuleSet rules, DeliveryPeriod period) {
        Instant middle = period.start().plus(period.duration().dividedBy(2));
        ZoneId zone = rules.timeZone();
        double load = load(middle.atZone(zone));
        double windSolar = WIND_MW * weather.wind(middle) + SOLAR_MW * weather.sun(middle, zone);
        double price = price(load - windSolar, middle) + ramp(period, middle.atZone(zone));
        return new SimulatedPeriod(period, onTick(price, rules), wholeMw(load), wholeMw(windSolar));
    }

    private double load(ZonedDateTime local) {
        double hour = local.toLocalTime().toSecondOfDay() / 3600.0 - 0.5;
        int before = Math.floorMod((int) Math.floor(hour), 24);
        double share = hour - Math.floor(hour);
        double byHour = HOURS[before] * (1 - share) + HOURS[(before + 1) % 24] * share;
        double bySeason = 1 + 0.09 * Math.cos(2 * Math.PI * (local.getDayOfYear() - 20) / 365.25);
        return MEAN_LOAD_MW
                * byHour
                * byWeekday(local.getDayOfWeek())
                * bySeason
                * (1 + 0.02 * weather.noise("load", local.toInstant(), 6));
    }

    private static double byWeekday(DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> 0.90;
            case SUNDAY -> 0.82;
            default -> 1.0;
        };
    }

    /** The merit order: what the last plant asks for that covers the residual load. */
    private double price(double residualMw, Instant at) {
        double residual = residualMw / 1000;
        double fuel = 1 + 0.15 * weather.noise("fuel", at, 24 * 20);
        double price = (30 + 1.55 * residual) * fuel;
        if (residual < 8) {
            price -= (8 - residual) * (8 - residual) * 0.45;
        }
        if (residual > 52) {
            price += (residual - 52) * (residual - 52) * 1.4;
        }
        double outage = Math.max(0, weather.noise("outage", at, 5) - 2.1);
        return price + 3.5 * weather.noise("bids", at, 1) + outage * 220;
    }

    /** Quarter-hours of an hour in which the sun rises or the load climbs differ in a saw-tooth. */
    private static double ramp(DeliveryPeriod period, ZonedDateTime local) {
        if (period.duration().toMinutes() >= 60) {
            return 0;
        }
        double slope = HOURS[(local.getHour() + 1) % 24] - HOURS[(local.getHour() + 23) % 24];
        return slope * (local.getMinute() - 30) * 1.2;
    }

    private static BigDecimal onTick(double price, RuleSet rules) {
        BigDecimal tick = rules.orders().priceTick();
        BigDecimal ticks = BigDecimal.valueOf(price).divide(tick, 0, RoundingMode.HALF_EVEN);
        return ticks.multiply(tick)
                .max(rules.orders().minPrice())
                .min(rules.orders().maxPrice())
                .setScale(tick.scale());
    }

    private static BigDecimal wholeMw(double megawatts) {
        return BigDecimal.valueOf(Math.round(Math.max(0, megawatts)));
    }
}
