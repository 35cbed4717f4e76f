/** Measurements of the running product, run by hand. */
@NullMarked
package energy.optibid.load;

import org.jspecify.annotations.NullMarked;
