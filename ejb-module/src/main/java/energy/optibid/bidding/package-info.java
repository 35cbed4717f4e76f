/** Bids, their validation and submission, and the bid run that carries a day from prices to money. */
@NullMarked
package energy.optibid.bidding;

import org.jspecify.annotations.NullMarked;
