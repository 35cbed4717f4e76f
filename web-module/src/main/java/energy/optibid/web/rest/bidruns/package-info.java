/** Bid runs: from known prices to bids, results and money. */
@NullMarked
package energy.optibid.web.rest.bidruns;

import org.jspecify.annotations.NullMarked;
