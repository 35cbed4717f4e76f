/** How much is logged. */
@NullMarked
package energy.optibid.web.rest.logging;

import org.jspecify.annotations.NullMarked;
