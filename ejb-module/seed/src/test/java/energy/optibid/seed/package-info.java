@NullMarked
package energy.optibid.seed;

import org.jspecify.annotations.NullMarked;
