package energy.optibid.web.rest.market;

import energy.optibid.market.CsvMapping;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects how a file is to be read from the query, and everything that is wrong with it. */
final class MappingQuery {
    private final List<Finding> findings = new ArrayList<>();
    private final CsvMapping.Builder mapping;
    private boolean hasColumns;

    MappingQuery(String product, String zone, String time, String timeZone) {
        mapping = CsvMapping.of(product, zone, time, zone(timeZone));
    }

    MappingQuery price(Optional<String> column) {
        column.ifPresent(mapping::price);
        hasColumns |= column.isPresent();
        return this;
    }

    MappingQuery knownAt(Optional<String> column) {
        column.ifPresent(mapping::knownAt);
        return this;
    }

    MappingQuery fundamentals(List<String> columns) {
        for (String text : columns) {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                refuse("fundamental", "fundamental must be series:column", text);
            } else {
                mapping.fundamental(text.substring(0, colon), text.substring(colon + 1));
                hasColumns = true;
            }
        }
        return this;
    }

    MappingQuery delimiter(Optional<String> text) {
        text.map(given -> given.equals("tab") ? "\t" : given)
                .flatMap(given -> character("delimiter", given))
                .ifPresent(mapping::delimiter);
        return this;
    }

    MappingQuery decimal(Optional<String> text) {
        text.flatMap(given -> character("decimal", given)).ifPresent(mapping::decimalSeparator);
        return this;
    }

    MappingQuery timeFormat(Optional<String> pattern) {
        pattern.ifPresent(mapping::timeFormat);
        return this;
    }

    MappingQuery minutes(Optional<Integer> length) {
        length.ifPresent(mapping::minutes);
        return this;
    }

    MappingQuery simulated(boolean madeBySimulator) {
        if (madeBySimulator) {
            mapping.simulated();
        }
        return this;
    }

    /** @throws ProblemException 400 with every finding */
    CsvMapping mapping() {
        if (!hasColumns && findings.isEmpty()) {
            findings.add(Finding.of("missing-parameter", "price", "price or fundamental must name a column"));
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, findings);
        }
        return mapping.build();
    }

    private Optional<Character> character(String parameter, String text) {
        if (text.length() != 1) {
            refuse(parameter, parameter + " must be one character", text);
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    private ZoneId zone(String text) {
        // A plus sign that was not encoded arrives as a blank.
        String name = text.startsWith(" ") ? "+" + text.substring(1) : text;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            refuse("timeZone", "timeZone must be an IANA zone or an offset, for example +01:00", text);
            return ZoneOffset.UTC;
        }
    }

    private void refuse(String parameter, String message, String value) {
        findings.add(Finding.of("invalid-value", parameter, message, value));
    }
}
