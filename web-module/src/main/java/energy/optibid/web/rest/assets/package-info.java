/** The assets of the organisation. */
@NullMarked
package energy.optibid.web.rest.assets;

import org.jspecify.annotations.NullMarked;
