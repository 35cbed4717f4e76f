/** Rate limits in memory and on Redis, both with bucket4j's token buckets. */
@NullMarked
package energy.optibid.platform.internal.limits;

import org.jspecify.annotations.NullMarked;
