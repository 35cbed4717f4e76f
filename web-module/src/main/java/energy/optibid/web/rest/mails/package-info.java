/** The queue of mails. */
@NullMarked
package energy.optibid.web.rest.mails;

import org.jspecify.annotations.NullMarked;
