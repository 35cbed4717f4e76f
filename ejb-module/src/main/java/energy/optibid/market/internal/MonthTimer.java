package energy.optibid.market.internal;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import energy.optibid.platform.WhileReady;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Makes the months of prices and fundamentals ahead, so that no import of the day has to, and detaches those that are older than
 * {@code optibid.market.months-kept}. On every node: what one has done, the next one finds done.
 */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class MonthTimer {
    private static final Logger LOG = System.getLogger(MonthTimer.class.getName());
    private static final String MONTHS_KEPT = "optibid.market.months-kept";
    private static final int MONTHS_AHEAD = 3;
    private static final int FEWEST_KEPT = 13;
    private static final int MOST_KEPT = 1_200;

    @Inject
    MonthDesk desk;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private boolean failing;

    /** A number of months that is none, or too small, stops the start. */
    @PostConstruct
    void start() {
        LOG.log(Level.DEBUG, "Months kept: {0}", kept(settings));
        tick();
    }

    /** For how many months; 0: for ever. */
    static int kept(Settings settings) {
        int months = settings.number(MONTHS_KEPT, 0, MOST_KEPT);
        if (months > 0 && months < FEWEST_KEPT) {
            throw new InvalidSettingException(
                    MONTHS_KEPT, Integer.toString(months), "0, or a whole number from 13 to 1200");
        }
        return months;
    }

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false)
    void tick() {
        try {
            MonthDesk.TABLES.forEach(this::tend);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Months of prices could not be made ahead or detached: a long read or import holds the table, or"
                                + " the schema is not of this release. Tried again every ten minutes.",
                        e);
            }
            failing = true;
        }
    }

    private void tend(String table) {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        desk.make(table, start(now), start(now.plusMonths(MONTHS_AHEAD)));
        int kept = kept(settings);
        if (kept > 0) {
            desk.detach(table, start(now.minusMonths(kept)))
                    .forEach(month -> LOG.log(
                            Level.INFO,
                            "Detached the table {0}: older than {1} months. Dump and drop it, or attach it again.",
                            month,
                            kept));
        }
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
