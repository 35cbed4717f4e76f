/** The outbox table. */
@NullMarked
package energy.optibid.streaming.internal;

import org.jspecify.annotations.NullMarked;
