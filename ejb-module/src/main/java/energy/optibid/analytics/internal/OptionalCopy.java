package energy.optibid.analytics.internal;

import java.util.Optional;

/**
 * The copy in ClickHouse, where there is to be one.
 *
 * @param copy absent where ClickHouse is off
 */
public record OptionalCopy(Optional<Copy> copy) {}
