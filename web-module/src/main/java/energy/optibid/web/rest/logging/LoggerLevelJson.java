package energy.optibid.web.rest.logging;

import energy.optibid.platform.LogLevel;
import energy.optibid.platform.LoggerLevel;

/**
 * How much a logger logs.
 *
 * @param logger its name, with what is below it
 * @param level its own, or that of the logger above it; the nearest of these where the server was told another one
 */
public record LoggerLevelJson(String logger, LogLevel level) {

    static LoggerLevelJson of(LoggerLevel level) {
        return new LoggerLevelJson(level.logger(), level.level());
    }
}
