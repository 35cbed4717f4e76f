package energy.optibid.forecasting;

import java.util.List;

/** The forecasters that a bid run can choose from; the first is the default. */
public final class Forecasters {
    private final List<Forecaster> all = List.of(new SameHourLastWeekForecaster(), new SimilarDaysMeanForecaster());

    public List<Forecaster> all() {
        return all;
    }

    /** @throws UnknownForecasterException where none has that id */
    public Forecaster byId(String id) {
        return all.stream()
                .filter(forecaster -> forecaster.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownForecasterException(
                        id, all.stream().map(Forecaster::id).toList()));
    }
}
