/** Plans: a schedule and the opportunity prices behind it, from prices, plant and limits. */
@NullMarked
package energy.optibid.optimisation;

import org.jspecify.annotations.NullMarked;
