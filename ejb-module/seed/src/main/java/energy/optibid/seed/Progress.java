package energy.optibid.seed;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Prices so far: a line for each five per cent. */
final class Progress {
    private static final int STEP = 5;

    private final PrintStream out;
    private final InstantSource clock;
    private final long all;
    private final Instant start;
    private long looked;
    private long added;
    private long told = -STEP;

    Progress(PrintStream out, InstantSource clock, long all) {
        this.out = out;
        this.clock = clock;
        this.all = all;
        this.start = clock.instant();
    }

    /** @param there prices that are there now, whoever wrote them */
    void advance(long there, long newly) {
        looked += there;
        added += newly;
        long percent = 100 * looked / Math.max(1, all);
        if (percent >= told + STEP || looked == all) {
            told = percent;
            out.println(line(percent));
        }
    }

    private String line(long percent) {
        double seconds = Math.max(1, Duration.between(start, clock.instant()).toMillis()) / 1000.0;
        return String.format(
                Locale.ROOT,
                "prices    %3d %%  %,d of %,d, %,d added, %,.0f a second",
                percent,
                looked,
                all,
                added,
                added / seconds);
    }
}
