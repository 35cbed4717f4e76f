/** The tables of the outbox and its readers. */
@NullMarked
package energy.optibid.streaming.internal;

import org.jspecify.annotations.NullMarked;
