package energy.optibid.web.rest.health;

import java.time.Instant;

/**
 * The state of the desk.
 *
 * @param status UP where requests are served
 * @param time the desk's clock
 * @param version of OptiBid
 */
public record HealthJson(String status, Instant time, String version) {}
