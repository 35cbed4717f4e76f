package energy.optibid.market;

import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.holidays.HolidayBook;
import java.sql.Connection;
import java.sql.SQLException;

/** The market's facades over what the transaction of a connection sees. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that injects
public final class StoredMarket {

    private StoredMarket() {}

    public static PriceBook prices(Connection connection) {
        PriceBook prices = new PriceBook();
        prices.database = database(connection);
        return prices;
    }

    public static Markets markets(Connection connection) {
        Markets markets = new Markets();
        markets.database = database(connection);
        return markets;
    }

    public static TradingCalendar calendar(Connection connection) {
        TradingCalendar calendar = new TradingCalendar();
        calendar.database = database(connection);
        calendar.holidays = new HolidayBook();
        return calendar;
    }

    private static MarketDatabase database(Connection connection) {
        return new MarketDatabase() {
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
