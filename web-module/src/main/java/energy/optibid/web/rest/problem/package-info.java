/** What goes wrong, told as problem+json (RFC 9457): the codes, the mapping of exceptions, the one exception mapper. */
@NullMarked
package energy.optibid.web.rest.problem;

import org.jspecify.annotations.NullMarked;
