/** How bid runs are kept and carried out. */
@NullMarked
package energy.optibid.bidding.internal;

import org.jspecify.annotations.NullMarked;
