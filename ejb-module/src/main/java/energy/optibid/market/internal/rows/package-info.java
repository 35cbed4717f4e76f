/** What every reader of files needs: bytes within bounds, numbers, delivery days, chunks of rows, findings. */
@NullMarked
package energy.optibid.market.internal.rows;

import org.jspecify.annotations.NullMarked;
