package energy.optibid.market;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to read a CSV of prices and fundamentals of one product and zone. A column is given by its header name, or by its
 * 1-based position where it consists of digits only.
 *
 * @param timeColumn start of the delivery period
 * @param timeZone of local times, an IANA zone or a fixed offset; times with an offset of their own keep that
 * @param timeFormat pattern of {@link java.time.format.DateTimeFormatter}; absent for {@code yyyy-MM-dd HH:mm[:ss]} with
 *     a blank or {@code T} between, with or without an offset or {@code Z}
 * @param priceColumn currency of the product per MWh; absent where the file has fundamentals only
 * @param fundamentals columns of MW values
 * @param knownAtColumn from when on the values of the row were known; absent for the product's result time on the day
 *     before delivery
 * @param delimiter comma, semicolon or tab; absent to find out from the first line
 * @param decimalSeparator point or comma; absent for a point
 * @param minutes length of a delivery period: 15, 30 or 60; absent for the product's time unit on the delivery day
 * @param simulated the values come from the simulator; in development only
 */
public record CsvMapping(
        String productCode,
        String zoneCode,
        String timeColumn,
        ZoneId timeZone,
        Optional<String> timeFormat,
        Optional<String> priceColumn,
        List<FundamentalColumn> fundamentals,
        Optional<String> knownAtColumn,
        Optional<Character> delimiter,
        Optional<Character> decimalSeparator,
        OptionalInt minutes,
        boolean simulated) {

    public CsvMapping {
        fundamentals = List.copyOf(fundamentals);
    }

    /** Begins a mapping with neither price nor fundamentals; at least one of them must follow. */
    public static Builder of(String productCode, String zoneCode, String timeColumn, ZoneId timeZone) {
        return new Builder(productCode, zoneCode, timeColumn, timeZone);
    }

    /** Collects what a mapping may have besides product, zone and time. */
    public static final class Builder {
        private final String productCode;
        private final String zoneCode;
        private final String timeColumn;
        private final ZoneId timeZone;
        private final List<FundamentalColumn> fundamentals = new ArrayList<>();
        private Optional<String> timeFormat = Optional.empty();
        private Optional<String> priceColumn = Optional.empty();
        private Optional<String> knownAtColumn = Optional.empty();
        private Optional<Character> delimiter = Optional.empty();
        private Optional<Character> decimalSeparator = Optional.empty();
        private OptionalInt minutes = OptionalInt.empty();
        private boolean simulated;

        private Builder(String productCode, String zoneCode, String timeColumn, ZoneId timeZone) {
            this.productCode = productCode;
            this.zoneCode = zoneCode;
            this.timeColumn = timeColumn;
            this.timeZone = timeZone;
        }

        public Builder timeFormat(String pattern) {
            timeFormat = Optional.of(pattern);
            return this;
        }

        public Builder price(String column) {
            priceColumn = Optional.of(column);
            return this;
        }

        public Builder fundamental(String series, String column) {
            fundamentals.add(new FundamentalColumn(series, column));
            return this;
        }

        public Builder knownAt(String column) {
            knownAtColumn = Optional.of(column);
            return this;
        }

        public Builder delimiter(char character) {
            delimiter = Optional.of(character);
            return this;
        }

        public Builder decimalSeparator(char character) {
            decimalSeparator = Optional.of(character);
            return this;
        }

        public Builder minutes(int length) {
            minutes = OptionalInt.of(length);
            return this;
        }

        public Builder simulated() {
            simulated = true;
            return this;
        }

        public CsvMapping build() {
            return new CsvMapping(
                    productCode,
                    zoneCode,
                    timeColumn,
                    timeZone,
                    timeFormat,
                    priceColumn,
                    fundamentals,
                    knownAtColumn,
                    delimiter,
                    decimalSeparator,
                    minutes,
                    simulated);
        }
    }
}
