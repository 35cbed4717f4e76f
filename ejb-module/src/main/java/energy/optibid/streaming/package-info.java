/** Domain events: the outbox, the log that it becomes, and the inbox of those who read it. */
@NullMarked
package energy.optibid.streaming;

import org.jspecify.annotations.NullMarked;
