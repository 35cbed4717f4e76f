/** Optional services and their state, start-up, health, clock, identifiers, configuration. Depends on no feature. */
@NullMarked
package energy.optibid.platform;

import org.jspecify.annotations.NullMarked;
