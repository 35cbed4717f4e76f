package energy.optibid.market.internal.entsoe;

import energy.optibid.market.GateTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is imported of documents of generation and load, and from when on it counts as known: the latest instant at which
 * Commission Regulation (EU) 543/2013 has it published. Each request makes a document of its own, so the document's own
 * instant says nothing of when its values were published first, only that they were by then.
 */
enum SeriesKind {
    /** Article 6(2)(a): at the latest one hour after the period. */
    LOAD("A65", "A16", "", "load"),
    /** Article 6(2)(b): at the latest two hours before the gate of the day-ahead market closes at 12:00. */
    LOAD_FORECAST("A65", "A01", "", "load-forecast"),
    /** Article 14(2)(c): at the latest at 18:00 on the day before. */
    GENERATION_FORECAST("A71", "A01", "", "generation-forecast"),
    /** Article 14(2)(d), as are the next two: at the latest at 18:00 on the day before. */
    SOLAR_FORECAST("A69", "A01", "B16", "solar-forecast"),
    WIND_OFFSHORE_FORECAST("A69", "A01", "B18", "wind-offshore-forecast"),
    WIND_ONSHORE_FORECAST("A69", "A01", "B19", "wind-onshore-forecast");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final GateTime TWO_HOURS_BEFORE_THE_GATE = GateTime.parse("D-1 10:00");
    private static final GateTime EVENING_BEFORE = GateTime.parse("D-1 18:00");
    private static final Duration AFTER_THE_PERIOD = Duration.ofHours(1);

    private final String documentType;
    private final String process;
    private final String technology;
    private final String series;

    SeriesKind(String documentType, String process, String technology, String series) {
        this.documentType = documentType;
        this.process = process;
        this.technology = technology;
        this.series = series;
    }

    static boolean isDocument(String type) {
        return Stream.of(values()).anyMatch(kind -> kind.documentType.equals(type));
    }

    /** @param technology the series' psrType, empty where it has none */
    static Optional<SeriesKind> of(String type, String process, String technology) {
        return Stream.of(values())
                .filter(kind -> kind.documentType.equals(type)
                        && kind.process.equals(process)
                        && kind.technology.equals(technology))
                .findFirst();
    }

    /** Its name among the fundamentals. */
    String series() {
        return series;
    }

    /** The latest instant at which the value of a period is published. */
    Instant published(Instant start, Duration length) {
        LocalDate day = LocalDate.ofInstant(start, BRUSSELS);
        return switch (this) {
            case LOAD -> start.plus(length).plus(AFTER_THE_PERIOD);
            case LOAD_FORECAST -> TWO_HOURS_BEFORE_THE_GATE.instant(day, BRUSSELS, start);
            case GENERATION_FORECAST, SOLAR_FORECAST, WIND_OFFSHORE_FORECAST, WIND_ONSHORE_FORECAST ->
                EVENING_BEFORE.instant(day, BRUSSELS, start);
        };
    }
}
