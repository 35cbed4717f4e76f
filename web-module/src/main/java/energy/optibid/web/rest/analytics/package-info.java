/** Analytics over REST. */
@NullMarked
package energy.optibid.web.rest.analytics;

import org.jspecify.annotations.NullMarked;
