/** The second factor: TOTP, recovery codes and what is needed between the steps of a log-in. */
@NullMarked
package energy.optibid.identity.internal.factor;

import org.jspecify.annotations.NullMarked;
