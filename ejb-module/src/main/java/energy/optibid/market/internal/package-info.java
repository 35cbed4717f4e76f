/** How the market feature works: entities, tables, adapters and their producers. */
@NullMarked
package energy.optibid.market.internal;

import org.jspecify.annotations.NullMarked;
