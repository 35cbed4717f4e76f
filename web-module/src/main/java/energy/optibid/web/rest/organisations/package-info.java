/** The organisations of the platform. */
@NullMarked
package energy.optibid.web.rest.organisations;

import org.jspecify.annotations.NullMarked;
