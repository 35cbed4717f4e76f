/** The documentation against itself and against what is built. Needs no server. */
@NullMarked
package energy.optibid.docs;

import org.jspecify.annotations.NullMarked;
