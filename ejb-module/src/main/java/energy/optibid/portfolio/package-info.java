/** Sites and assets. */
@NullMarked
package energy.optibid.portfolio;

import org.jspecify.annotations.NullMarked;
