package energy.optibid.market.internal;

import energy.optibid.market.SourceDocument;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be fetched.
 *
 * @param productCode whose prices are taken, and whose delivery days count
 * @param zoneCodes at least one
 * @param documents of each zone, at least one
 * @param interval between two fetches of one document
 * @param since the first delivery day; absent for none but the last ones
 */
public record FetchPlan(
        String productCode,
        List<String> zoneCodes,
        List<SourceDocument> documents,
        Duration interval,
        Optional<LocalDate> since) {
    static final String ZONES_KEY = "optibid.entsoe.zones";
    private static final String DOCUMENTS_KEY = "optibid.entsoe.documents";
    private static final String SINCE_KEY = "optibid.entsoe.since";

    /** @throws InvalidSettingException for the first setting that is not understood */
    public static FetchPlan of(Settings settings) {
        List<String> zones = names(settings, ZONES_KEY);
        if (zones.isEmpty()) {
            throw new InvalidSettingException(
                    ZONES_KEY, "", "codes of zones with commas between, such as NL,DE_LU, since ENABLE_ENTSOE is true");
        }
        List<SourceDocument> documents =
                names(settings, DOCUMENTS_KEY).stream().map(FetchPlan::document).toList();
        return new FetchPlan(
                settings.text("optibid.entsoe.product").orElse(""),
                zones,
                documents.isEmpty() ? List.of(document("")) : documents,
                settings.duration("optibid.entsoe.interval"),
                settings.text(SINCE_KEY).map(FetchPlan::day));
    }

    private static List<String> names(Settings settings, String key) {
        return Stream.of(settings.text(key).orElse("").split(",", -1))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static SourceDocument document(String code) {
        return SourceDocument.of(code)
                .orElseThrow(() -> new InvalidSettingException(
                        DOCUMENTS_KEY,
                        code,
                        Stream.of(SourceDocument.values())
                                .map(SourceDocument::code)
                                .collect(Collectors.joining(", "))));
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(SINCE_KEY, value, "a day such as 2024-01-01", e);
        }
    }
}
