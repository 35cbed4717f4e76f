package energy.optibid.analytics.internal;

import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceHistoryContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

class PostgresPriceHistoryIT extends PriceHistoryContract {

    @Override
    protected PriceHistory history(Connection stored) {
        return new PostgresPriceHistory(reading(stored), Clock.systemUTC());
    }

    static Reading reading(Connection connection) {
        return new Reading() {
            @Override
            public <T> T read(Work<T> work) {
                try {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
