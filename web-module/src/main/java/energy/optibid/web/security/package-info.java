/** Who may call what, the request's id, the headers that protect a browser, and the errors of the container itself. */
@NullMarked
package energy.optibid.web.security;

import org.jspecify.annotations.NullMarked;
