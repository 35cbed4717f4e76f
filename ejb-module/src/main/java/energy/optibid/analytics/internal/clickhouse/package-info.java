/** Long price histories in ClickHouse. */
@NullMarked
package energy.optibid.analytics.internal.clickhouse;

import org.jspecify.annotations.NullMarked;
