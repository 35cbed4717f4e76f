/** The state of the desk. */
@NullMarked
package energy.optibid.web.rest.health;

import org.jspecify.annotations.NullMarked;
