/** Who has a holiday on which day. */
@NullMarked
package energy.optibid.market.internal.holidays;

import org.jspecify.annotations.NullMarked;
