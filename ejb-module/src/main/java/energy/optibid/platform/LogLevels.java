package energy.optibid.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much which part of OptiBid logs, on this node and until it is restarted. Injectable. Only these loggers are
 * known: what others log at a fine level, such as values bound to statements, may be secret.
 */
public final class LogLevels {
    /** All of OptiBid: what has no level of its own follows it. */
    public static final String ROOT = "energy.optibid";

    /** One line for each request. */
    public static final String REQUESTS = "energy.optibid.requests";

    private static final List<String> NAMES = Stream.concat(
                    Stream.of(ROOT, REQUESTS, "org.hibernate.SQL"),
                    Stream.of(
                                    "analytics",
                                    "bidding",
                                    "clearing",
                                    "forecasting",
                                    "identity",
                                    "liquibase",
                                    "market",
                                    "notification",
                                    "optimisation",
                                    "platform",
                                    "portfolio",
                                    "push",
                                    "settlement",
                                    "streaming",
                                    "web")
                            .map(feature -> ROOT + "." + feature))
            .sorted()
            .toList();

    /** Held here, because loggers that nobody holds forget their level. */
    private final Map<String, Logger> loggers =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Logger::getLogger));

    /** Every logger that has a level here, by name. */
    public List<LoggerLevel> levels() {
        return NAMES.stream().flatMap(name -> find(name).stream()).toList();
    }

    /** The level of a logger, absent where it is none of these. */
    public Optional<LoggerLevel> find(String name) {
        return Optional.ofNullable(loggers.get(name))
                .map(logger -> new LoggerLevel(name, LogLevel.of(effective(logger))));
    }

    /** Sets the level of a logger; what was set for loggers below it stays. */
    public void set(LoggerLevel wanted) {
        Logger logger = loggers.get(wanted.logger());
        if (logger == null) {
            throw new IllegalArgumentException("Not one of the loggers: " + wanted.logger());
        }
        logger.setLevel(wanted.level().level());
    }

    /** Lets every logger follow the one above it, as before the first level was set. */
    public void forget() {
        loggers.values().forEach(logger -> logger.setLevel(null));
    }

    private static Level effective(Logger logger) {
        for (Logger at = logger; at != null; at = at.getParent()) {
            Level level = at.getLevel();
            if (level != null) {
                return level;
            }
        }
        return Level.INFO;
    }
}
