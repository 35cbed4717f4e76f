/** Word between nodes by Redis. */
@NullMarked
package energy.optibid.streaming.internal.redis;

import org.jspecify.annotations.NullMarked;
