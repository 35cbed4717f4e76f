/** Delivery against what was sold, positions, profit and loss. */
@NullMarked
package energy.optibid.settlement;

import org.jspecify.annotations.NullMarked;
