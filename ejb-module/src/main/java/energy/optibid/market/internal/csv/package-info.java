/** Reads prices and fundamentals from CSV: pure, without a database. Made for millions of rows in bounded memory. */
@NullMarked
package energy.optibid.market.internal.csv;

import org.jspecify.annotations.NullMarked;
