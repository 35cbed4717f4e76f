package energy.optibid.market.internal.rows;

import java.sql.SQLException;

/** Takes rows that are free of errors. */
@FunctionalInterface
public interface RowSink {
    /** Takes the chunk's rows; the chunk is used again afterwards. */
    void accept(RowChunk chunk) throws SQLException;
}
