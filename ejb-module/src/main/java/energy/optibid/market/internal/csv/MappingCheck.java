package energy.optibid.market.internal.csv;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.FundamentalColumn;
import energy.optibid.market.InvalidMappingException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses mappings that no file can satisfy. */
public final class MappingCheck {
    private static final Pattern SERIES = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final int MOST_FUNDAMENTALS = 20;

    private MappingCheck() {}

    /** Passes a sound mapping, or throws {@link InvalidMappingException}. */
    public static void check(CsvMapping mapping) {
        require(!mapping.timeColumn().isBlank(), "time", mapping.timeColumn(), "a header name or a position");
        mapping.delimiter()
                .ifPresent(c -> require(",;\t".indexOf(c) >= 0, "delimiter", c.toString(), "comma, semicolon, tab"));
        mapping.decimalSeparator()
                .ifPresent(c -> require(".,".indexOf(c) >= 0, "decimal", c.toString(), "point, comma"));
        mapping.minutes()
                .ifPresent(m -> require(m == 15 || m == 30 || m == 60, "minutes", Integer.toString(m), "15, 30, 60"));
        mapping.timeFormat().ifPresent(MappingCheck::checkFormat);
        checkValues(mapping);
    }

    private static void checkValues(CsvMapping mapping) {
        int count = mapping.fundamentals().size();
        require(
                mapping.priceColumn().isPresent() || count > 0,
                "price",
                "",
                "a column of prices or at least one of fundamentals");
        require(count <= MOST_FUNDAMENTALS, "fundamental", count + " series", "at most " + MOST_FUNDAMENTALS);
        Set<String> series = new HashSet<>();
        for (FundamentalColumn fundamental : mapping.fundamentals()) {
            String name = fundamental.series();
            require(
                    SERIES.matcher(name).matches(),
                    "fundamental",
                    name,
                    "lower-case letters, digits and hyphens, at most 50");
            require(series.add(name), "fundamental", name, "each series once");
        }
    }

    private static void checkFormat(String pattern) {
        try {
            CsvSeriesReader.formatter(pattern);
        } catch (IllegalArgumentException e) {
            throw new InvalidMappingException("timeFormat", pattern, "a pattern of java.time.format.DateTimeFormatter");
        }
    }

    private static void require(boolean sound, String parameter, String value, String allowed) {
        if (!sound) {
            throw new InvalidMappingException(parameter, value, allowed);
        }
    }
}
