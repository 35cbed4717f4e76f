package energy.optibid.market.internal.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Turns local times into instants, by the offset of the last day where no clock change is near. */
final class ZoneClock {
    private static final long SECONDS_PER_DAY = 86_400;

    private final ZoneRules rules;
    private long regularDay = Long.MIN_VALUE;
    private int regularOffsetSeconds;
    private long earlier;
    private long later;

    ZoneClock(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** Seconds since 1970; of a repeated local time those of the first. */
    long earlier() {
        return earlier;
    }

    /** Of a repeated local time the second; else the same. */
    long later() {
        return later;
    }

    /** Finds the instants of a local time; false where the clock change skips it. */
    boolean resolve(long epochDay, int secondOfDay) {
        long localSeconds = epochDay * SECONDS_PER_DAY + secondOfDay;
        if (epochDay == regularDay || isRegular(epochDay)) {
            earlier = localSeconds - regularOffsetSeconds;
            later = earlier;
            return true;
        }
        List<ZoneOffset> offsets = rules.getValidOffsets(LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC));
        if (offsets.isEmpty()) {
            return false;
        }
        earlier = localSeconds - offsets.get(0).getTotalSeconds();
        later = localSeconds - offsets.get(offsets.size() - 1).getTotalSeconds();
        return true;
    }

    /** Whether no clock change lies near the day; remembers the day and its offset then. */
    private boolean isRegular(long epochDay) {
        long from = (epochDay - 1) * SECONDS_PER_DAY;
        Instant before = Instant.ofEpochSecond(from);
        ZoneOffsetTransition next = rules.isFixedOffset() ? null : rules.nextTransition(before);
        if (next != null && next.toEpochSecond() < from + 3 * SECONDS_PER_DAY) {
            return false;
        }
        regularDay = epochDay;
        regularOffsetSeconds = rules.getOffset(before).getTotalSeconds();
        return true;
    }
}
