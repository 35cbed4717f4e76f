package energy.optibid.market;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is fetched of a zone, each as a document of its own. */
public enum SourceDocument {
    PRICES,
    LOAD,
    LOAD_FORECAST,
    GENERATION_FORECAST,
    WIND_AND_SOLAR_FORECAST,
    INSTALLED_CAPACITY;

    /** Lower case with hyphens, as settings and answers write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SourceDocument> of(String code) {
        return Stream.of(values())
                .filter(document -> document.code().equals(code))
                .findFirst();
    }
}
