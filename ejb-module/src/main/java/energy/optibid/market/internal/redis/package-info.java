/** Latest prices in Redis. */
@NullMarked
package energy.optibid.market.internal.redis;

import org.jspecify.annotations.NullMarked;
