package energy.optibid.platform;

import java.time.Duration;

/**
 * What a rate limit says of one request.
 *
 * @param granted whether the request may go on
 * @param remaining requests that may follow at once
 * @param full how long until nothing is used up, if no request follows
 * @param retryAfter how long a refused caller should wait; zero where it was granted
 */
public record Allowance(RateLimit limit, boolean granted, long remaining, Duration full, Duration retryAfter) {}
