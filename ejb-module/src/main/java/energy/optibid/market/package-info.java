/** Operators, zones, products with effective-dated rules, prices and fundamentals, and their import. */
@NullMarked
package energy.optibid.market;

import org.jspecify.annotations.NullMarked;
