/**
 * The connection to ClickHouse. Adapters in other features inject {@code Client}, which is made here and only when
 * {@code ENABLE_CLICKHOUSE} is on.
 */
@NullMarked
package energy.optibid.platform.internal.clickhouse;

import org.jspecify.annotations.NullMarked;
