/** The end of what has been kept long enough: registrations that nobody verified, one-time links and mails. */
@NullMarked
package energy.optibid.identity.internal.retention;

import org.jspecify.annotations.NullMarked;
