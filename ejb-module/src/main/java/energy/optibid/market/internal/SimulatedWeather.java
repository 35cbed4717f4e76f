package energy.optibid.market.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/**
 * Smooth noise over time: values drawn at points that are some hours apart, joined by cosines. A point's value follows
 * from seed, name and time alone, so that any period can be asked for by itself.
 */
public final class SimulatedWeather {
    private static final double SECONDS_PER_HOUR = 3600;

    private final long seed;

    public SimulatedWeather(String zoneCode, long seed) {
        this.seed = seed * 31 + zoneCode.hashCode();
    }

    /** About normally distributed around 0 with a deviation somewhat below 1, changing within that many hours. */
    public double noise(String name, Instant at, int hours) {
        double position = at.getEpochSecond() / (hours * SECONDS_PER_HOUR);
        long before = (long) Math.floor(position);
        double share = (1 - Math.cos(Math.PI * (position - before))) / 2;
        return point(name, before) * (1 - share) + point(name, before + 1) * share;
    }

    private double point(String name, long index) {
        SplittableRandom random =
                new SplittableRandom(seed ^ (name.hashCode() * 0x9E3779B97F4A7C15L) ^ (index * 0xD1B54A32D192ED03L));
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    /** Wind power as a share of what is installed, 0 to 1: fronts of a day and a half, more in winter. */
    public double wind(Instant at) {
        double winter = Math.cos(2 * Math.PI * dayOfYear(at, ZoneId.of("UTC")) / 365.25);
        double strength = -1.2 + 0.35 * winter + 1.1 * noise("front", at, 36) + 0.3 * noise("gust", at, 5);
        return 1 / (1 + Math.exp(-strength));
    }

    /** Solar power as a share of what is installed, 0 to 1: the sun's height at 50 degrees north, behind clouds. */
    public double sun(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        double standardHour = local.toLocalTime().toSecondOfDay() / SECONDS_PER_HOUR
                - (zone.getRules().isDaylightSavings(at) ? 1 : 0);
        double tilt = Math.toRadians(23.44) * Math.sin(2 * Math.PI * (local.getDayOfYear() - 81) / 365.25);
        double latitude = Math.toRadians(50);
        double height = Math.sin(latitude) * Math.sin(tilt)
                + Math.cos(latitude) * Math.cos(tilt) * Math.cos(Math.PI * (standardHour - 12.3) / 12);
        double clouds = 1 / (1 + Math.exp(-0.4 - 1.2 * noise("clouds", at, 18)));
        return Math.max(0, height) * clouds * 0.95;
    }

    private static int dayOfYear(Instant at, ZoneId zone) {
        return at.atZone(zone).getDayOfYear();
    }
}
