/**
 * The domain's beans without a server: Weld makes them, and what else a server does for them stands here: configuration,
 * transactions, the persistence context.
 */
@NullMarked
package energy.optibid.seed.container;

import org.jspecify.annotations.NullMarked;
