/** Tables and rules of assets. */
@NullMarked
package energy.optibid.portfolio.internal;

import org.jspecify.annotations.NullMarked;
