package energy.optibid.market.internal;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;

/** The monthly partitions of what is stored by delivery; each call is a transaction of its own. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MonthDesk {
    /** The tables that have them. */
    static final List<String> TABLES = List.of("prices", "fundamentals");

    @Inject
    MarketDatabase database;

    /** Makes the partitions of a table that are missing from one instant to another. */
    public void make(String table, Instant first, Instant last) {
        database.read(connection -> {
            try (PreparedStatement call = connection.prepareStatement("select market_ensure_partitions(?, ?, ?)")) {
                call.setString(1, table);
                call.setObject(2, PriceTable.utc(first));
                call.setObject(3, PriceTable.utc(last));
                return call.execute();
            }
        });
    }

    /**
     * Detaches months that end before an instant, some of them where there are many.
     *
     * @return names of the tables that they are now
     * @throws RuntimeException also where readers or imports hold the table
     */
    public List<String> detach(String table, Instant before) {
        return database.read(connection -> {
            try (PreparedStatement call = connection.prepareStatement("select market_detach_partitions(?, ?)")) {
                call.setString(1, table);
                call.setObject(2, PriceTable.utc(before));
                return Rows.list(call, row -> row.getString(1));
            }
        });
    }
}
