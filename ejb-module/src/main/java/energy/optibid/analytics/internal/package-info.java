/** Where the figures come from: roll-ups, the desk's tables, statistics. */
@NullMarked
package energy.optibid.analytics.internal;

import org.jspecify.annotations.NullMarked;
