package energy.optibid.platform;

import java.util.logging.Level;

/** How much is logged: each level has what stands before it too. Nothing turns warnings off. */
public enum LogLevel {
    WARNING,
    INFO,
    FINE;

    Level level() {
        return Level.parse(name());
    }

    /** The one that is nearest to a level of {@code java.util.logging}, which has more of them. */
    static LogLevel of(Level level) {
        int value = level.intValue();
        return value > Level.INFO.intValue() ? WARNING : value > Level.FINE.intValue() ? INFO : FINE;
    }
}
