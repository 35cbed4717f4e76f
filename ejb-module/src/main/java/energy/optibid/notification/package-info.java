/** What somebody should know: alerts to everybody in an organisation. */
@NullMarked
package energy.optibid.notification;

import org.jspecify.annotations.NullMarked;
