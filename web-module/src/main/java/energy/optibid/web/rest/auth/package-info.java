/** Log-in and who is logged in. */
@NullMarked
package energy.optibid.web.rest.auth;

import org.jspecify.annotations.NullMarked;
