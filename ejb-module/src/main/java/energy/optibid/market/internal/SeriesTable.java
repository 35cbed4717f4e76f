package energy.optibid.market.internal;

import energy.optibid.market.internal.rows.RowChunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** What differs between the tables of prices and of fundamentals for one series that is loaded. */
sealed interface SeriesTable {

    /** What one import stamps on each row. */
    record Stamp(UUID importId, boolean simulated) {}

    String tableName();

    String stagingName();

    /** The column of the value. */
    String valueColumn();

    /** The columns that name the series, before {@code delivery_start}. */
    String keyColumns();

    /** The condition on {@link #keyColumns()}, with parameters. */
    String keyCondition();

    /** Binds the series' key from that parameter on; returns the next free one. */
    int bindKey(PreparedStatement statement, int from) throws SQLException;

    /** Writes the whole row. */
    void writeRow(BinaryCopy copy, RowChunk chunk, int row, int value) throws SQLException;

    Stamp stamp();

    /** Brings the roll-ups of the series up to date with what is stored from the first to the last start. */
    void rollUp(Connection connection, Instant first, Instant last) throws SQLException;

    default String copyTarget() {
        return tableName() + " (" + keyColumns() + ", delivery_start, minutes, known_at, revision, " + valueColumn()
                + ", simulated, import_id)";
    }

    default String stagingTarget() {
        return stagingName() + " (delivery_start, minutes, known_at, value)";
    }

    default String createStaging() {
        return "create temporary table " + stagingName()
                + " (delivery_start timestamptz not null, minutes smallint not null, known_at timestamptz not null,"
                + " value numeric not null) on commit drop";
    }

    /** In the order of the primary key, so that its index serves however wrong the statistics are. */
    default String anyRow() {
        return "select 1 from " + tableName() + " where " + keyCondition()
                + " and delivery_start between ? and ? order by delivery_start limit 1";
    }

    default void bindAnyRow(PreparedStatement select, Instant first, Instant last) throws SQLException {
        bindRange(select, bindKey(select, 1), first, last);
    }

    private static int bindRange(PreparedStatement statement, int from, Instant first, Instant last)
            throws SQLException {
        statement.setObject(from, PriceTable.utc(first));
        statement.setObject(from + 1, PriceTable.utc(last));
        return from + 2;
    }

    /** Counts what it stored under a new instant of knowledge and what it revised, and gives its first and last start. */
    default String merge() {
        return """
                with latest as (
                    select distinct on (delivery_start, known_at)
                           delivery_start, known_at, revision, minutes, %2$s as value, simulated
                      from %1$s
                     where %4$s and delivery_start between ? and ?
                     order by delivery_start, known_at, revision desc
                ), stored as (
                    insert into %1$s (%3$s, delivery_start, minutes, known_at, revision, %2$s, simulated, import_id)
                    select %5$s, s.delivery_start, s.minutes, s.known_at, coalesce(l.revision + 1, 0), s.value, ?, ?
                      from %6$s s left join latest l using (delivery_start, known_at)
                     where l.revision is null or l.value <> s.value or l.minutes <> s.minutes or l.simulated <> ?
                    returning revision, delivery_start
                )
                select count(*) filter (where revision = 0), count(*) filter (where revision > 0),
                       min(delivery_start), max(delivery_start)
                  from stored
                """.formatted(tableName(), valueColumn(), keyColumns(), keyCondition(), keyValues(), stagingName());
    }

    /** The series' key as parameters of a select list. */
    String keyValues();

    default void bindMerge(PreparedStatement merge, Instant first, Instant last) throws SQLException {
        int next = bindRange(merge, bindKey(merge, 1), first, last);
        next = bindKey(merge, next);
        merge.setBoolean(next, stamp().simulated());
        merge.setObject(next + 1, stamp().importId());
        merge.setBoolean(next + 2, stamp().simulated());
    }

    /** The prices of a product in a zone. */
    record Prices(MarketTables.Traded traded, Stamp stamp) implements SeriesTable {
        @Override
        public String tableName() {
            return "prices";
        }

        @Override
        public String stagingName() {
            return "staged_prices";
        }

        @Override
        public String valueColumn() {
            return "price";
        }

        @Override
        public String keyColumns() {
            return "product_id, zone_id";
        }

        @Override
        public String keyCondition() {
            return "product_id = ? and zone_id = ?";
        }

        @Override
        public String keyValues() {
            return "?::smallint, ?::smallint";
        }

        @Override
        public int bindKey(PreparedStatement statement, int from) throws SQLException {
            statement.setShort(from, (short) traded.productId());
            statement.setShort(from + 1, (short) traded.zoneId());
            return from + 2;
        }

        @Override
        public void writeRow(BinaryCopy copy, RowChunk chunk, int row, int value) throws SQLException {
            copy.beginRow(9);
            copy.smallint(traded.productId());
            copy.smallint(traded.zoneId());
            writeRest(copy, chunk, row, value, stamp);
        }

        @Override
        public void rollUp(Connection connection, Instant first, Instant last) throws SQLException {
            try (PreparedStatement call = connection.prepareStatement("select market_roll_up_prices(?, ?, ?, ?)")) {
                bindRange(call, bindKey(call, 1), first, last);
                call.execute();
            }
        }
    }

    /** One series of fundamentals of a zone. */
    record Fundamentals(int zoneId, String series, Stamp stamp) implements SeriesTable {
        @Override
        public String tableName() {
            return "fundamentals";
        }

        @Override
        public String stagingName() {
            return "staged_fundamentals_" + series.replace('-', '_');
        }

        @Override
        public String valueColumn() {
            return "value_mw";
        }

        @Override
        public String keyColumns() {
            return "zone_id, series";
        }

        @Override
        public String keyCondition() {
            return "zone_id = ? and series = ?";
        }

        @Override
        public String keyValues() {
            return "?::smallint, ?::text";
        }

        @Override
        public int bindKey(PreparedStatement statement, int from) throws SQLException {
            statement.setShort(from, (short) zoneId);
            statement.setString(from + 1, series);
            return from + 2;
        }

        @Override
        public void writeRow(BinaryCopy copy, RowChunk chunk, int row, int value) throws SQLException {
            copy.beginRow(9);
            copy.smallint(zoneId);
            copy.text(series);
            writeRest(copy, chunk, row, value, stamp);
        }

        /** Nobody reads any: fundamentals have none. */
        @Override
        public void rollUp(Connection connection, Instant first, Instant last) {}
    }

    private static void writeRest(BinaryCopy copy, RowChunk chunk, int row, int value, Stamp stamp) {
        copy.timestamptz(chunk.start(row));
        copy.smallint(chunk.minutes(row));
        copy.timestamptz(chunk.knownAt(row));
        copy.smallint(0);
        copy.numeric(chunk.unscaled(value, row), chunk.scale(value, row));
        copy.bool(stamp.simulated());
        copy.uuid(stamp.importId());
    }
}
