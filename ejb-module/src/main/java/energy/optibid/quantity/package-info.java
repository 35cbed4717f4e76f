/** Power, energy, price, delivery period and market time unit; the only place where units convert. */
@NullMarked
package energy.optibid.quantity;

import org.jspecify.annotations.NullMarked;
