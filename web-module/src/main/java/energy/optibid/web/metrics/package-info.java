/** What Prometheus reads at {@code /metrics}: described in docs/reference/metrics.md. */
@NullMarked
package energy.optibid.web.metrics;

import org.jspecify.annotations.NullMarked;
