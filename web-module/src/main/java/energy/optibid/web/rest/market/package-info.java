/** Market definitions and market data. */
@NullMarked
package energy.optibid.web.rest.market;

import org.jspecify.annotations.NullMarked;
