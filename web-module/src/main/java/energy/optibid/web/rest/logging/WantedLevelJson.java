package energy.optibid.web.rest.logging;

import energy.optibid.platform.LogLevel;

/** What a logger is to log from now on. */
public record WantedLevelJson(LogLevel level) {}
