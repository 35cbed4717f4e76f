/** Market analytics, anomalies, correlations and the figures of the desk. */
@NullMarked
package energy.optibid.analytics;

import org.jspecify.annotations.NullMarked;
