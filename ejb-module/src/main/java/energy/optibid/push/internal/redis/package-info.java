/** Connections counted in Redis, for all nodes together. */
@NullMarked
package energy.optibid.push.internal.redis;

import org.jspecify.annotations.NullMarked;
