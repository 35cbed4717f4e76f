/** What may be wrong with a series: one class for each kind of finding, over a stream of its values. */
@NullMarked
package energy.optibid.market.internal.quality;

import org.jspecify.annotations.NullMarked;
