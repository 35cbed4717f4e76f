/**
 * The connection to Redis. Adapters in other features inject {@code UnifiedJedis}, which is made here and only when
 * {@code ENABLE_REDIS} is on.
 */
@NullMarked
package energy.optibid.platform.internal.redis;

import org.jspecify.annotations.NullMarked;
