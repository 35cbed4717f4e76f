package energy.optibid.market;

import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.QualityReading;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Says of the series of a zone whether they can be trusted. It only reads. */
@Stateless
public class DataQuality {

    @Inject
    MarketDatabase database;

    @Inject
    Clock clock;

    /**
     * Looks at each value of the series in the days of the query, by the rules that are in force on each day.
     *
     * @throws UnknownProductException where there is no such product
     * @throws UnknownZoneException where there is no such zone
     * @throws ProductNotTradedException where the product is not traded in the zone
     * @throws NoRulesException where the product has no rules on one of the days
     * @throws TooManySeriesException where the query names none and the zone has more than {@value QualityQuery#MOST_SERIES}
     */
    public QualityReport report(QualityQuery query) {
        return database.read(connection -> new QualityReading(connection, query, clock.instant()).report());
    }
}
