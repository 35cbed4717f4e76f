/** How alerts are stored. */
@NullMarked
package energy.optibid.notification.internal;

import org.jspecify.annotations.NullMarked;
