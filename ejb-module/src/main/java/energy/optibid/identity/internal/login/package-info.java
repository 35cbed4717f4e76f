/** The steps of a log-in with password and second factor, and what slows down who guesses. */
@NullMarked
package energy.optibid.identity.internal.login;

import org.jspecify.annotations.NullMarked;
