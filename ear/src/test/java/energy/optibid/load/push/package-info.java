/**
 * A client of pushed prices for measurements: many connections in a process of its own, which says what each of them was told and
 * when. {@link energy.optibid.load.push.LoadClient} has the command and what it understands; {@code PushCrowdIT} uses it.
 */
@NullMarked
package energy.optibid.load.push;

import org.jspecify.annotations.NullMarked;
