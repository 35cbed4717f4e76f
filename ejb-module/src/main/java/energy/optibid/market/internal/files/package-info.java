/** Files with prices of many zones as operators publish them: one adapter for each kind, behind {@code PriceFile}. */
@NullMarked
package energy.optibid.market.internal.files;

import org.jspecify.annotations.NullMarked;
