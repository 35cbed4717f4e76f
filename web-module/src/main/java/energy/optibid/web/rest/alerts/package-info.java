/** Alerts to everybody in an organisation. */
@NullMarked
package energy.optibid.web.rest.alerts;

import org.jspecify.annotations.NullMarked;
