/** The users of an organisation. */
@NullMarked
package energy.optibid.web.rest.users;

import org.jspecify.annotations.NullMarked;
