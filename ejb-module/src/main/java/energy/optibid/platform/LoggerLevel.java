package energy.optibid.platform;

/**
 * How much a logger logs.
 *
 * @param logger its name, one of those of {@link LogLevels}
 * @param level its own, or that of the logger which it follows
 */
public record LoggerLevel(String logger, LogLevel level) {}
