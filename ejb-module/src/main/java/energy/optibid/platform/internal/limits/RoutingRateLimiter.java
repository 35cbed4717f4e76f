package energy.optibid.platform.internal.limits;

import energy.optibid.platform.Allowance;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;

/** Counts for all nodes together while the shared service is available, for this node alone otherwise. */
public final class RoutingRateLimiter implements RateLimiter {
    private final MonitoredService service;
    private final RateLimiter shared;
    private final RateLimiter own;

    public RoutingRateLimiter(MonitoredService service, RateLimiter shared, RateLimiter own) {
        this.service = service;
        this.shared = shared;
        this.own = own;
    }

    @Override
    public Allowance take(RateLimit limit, String subject) {
        return service.route(() -> shared.take(limit, subject), () -> own.take(limit, subject));
    }
}
