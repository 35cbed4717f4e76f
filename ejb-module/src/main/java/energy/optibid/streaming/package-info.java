/** Domain events: the outbox. */
@NullMarked
package energy.optibid.streaming;

import org.jspecify.annotations.NullMarked;
