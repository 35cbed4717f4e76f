/** What makes a password easy to guess. */
@NullMarked
package energy.optibid.identity.internal.password;

import org.jspecify.annotations.NullMarked;
