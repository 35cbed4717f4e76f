package energy.optibid.market;

import java.util.Locale;

/** Why a file or a row of it is refused. The codes are stable: they are part of the API. */
public enum ImportErrorCode {
    /** The file has no bytes, or blank lines only. */
    CSV_EMPTY,
    /** The file is not text in UTF-8. */
    CSV_NOT_TEXT,
    /** A line is longer than allowed. */
    CSV_LINE_TOO_LONG,
    /** There is a header and nothing else. */
    CSV_NO_ROWS,
    /** The file has more bytes, after unpacking, than allowed. */
    CSV_TOO_LARGE,
    /** The file has more rows than allowed. */
    CSV_TOO_MANY_ROWS,
    /** A quoted field is not closed or has text behind its closing quote. */
    CSV_MALFORMED,
    /** The file begins like gzip, but cannot be unpacked: truncated or damaged. */
    GZIP_CORRUPT,
    /** The file begins like a zip, but cannot be unpacked: truncated or damaged. */
    ZIP_CORRUPT,
    /** The zip has more than one file. */
    ZIP_SEVERAL_FILES,
    /** The file is not well-formed XML: truncated, damaged, or another encoding than it names. */
    XML_MALFORMED,
    /** The XML has a document type declaration or an entity. */
    XML_FORBIDDEN,
    /** The XML has too many bytes, points or levels, or a text that is too long. */
    XML_TOO_LARGE,
    /** The platform answered that it has no such data, or refused the request. */
    DOCUMENT_ACKNOWLEDGEMENT,
    /** The document is of another type than those that are imported. */
    DOCUMENT_UNSUPPORTED,
    /** The document lacks an element. */
    DOCUMENT_INCOMPLETE,
    /** The series is about a border, not about a zone. */
    SERIES_CROSS_BORDER,
    /** The series is of a contract, a technology or a direction that is not imported. */
    SERIES_UNSUPPORTED,
    /** No zone has that energy identification code. */
    AREA_UNKNOWN,
    /** The series of a document are about several zones. */
    AREA_DIFFERS,
    /** The prices are in another currency than the product's. */
    CURRENCY_DIFFERS,
    /** The values are in another unit than MW, or per another one than MWh. */
    UNIT_UNSUPPORTED,
    /** The points are as far apart as no market's delivery periods. */
    RESOLUTION_UNSUPPORTED,
    /** The interval of a period cannot be read, or is no multiple of its resolution. */
    INTERVAL_MALFORMED,
    /** A point has no position, one that another one has, or one outside of its period. */
    POSITION_MALFORMED,
    /** A column of the mapping is not in the file. */
    COLUMN_NOT_FOUND,
    /** A column of the mapping is there more than once. */
    COLUMN_AMBIGUOUS,
    /** The row has more or fewer fields than the first line. */
    COLUMN_COUNT,
    /** The time cannot be read. */
    TIME_MALFORMED,
    /** The local time is skipped by the clock change. */
    TIME_NON_EXISTENT,
    /** No delivery period begins at that time. */
    TIME_OFF_GRID,
    /** The rows of a day are farther apart than the product's periods. */
    RESOLUTION_MISMATCH,
    /** The product has no rules for that delivery day. */
    NO_RULES,
    /** The month was detached, see {@code optibid.market.months-kept}. */
    MONTH_DETACHED,
    /** The instant at which the value was known cannot be read. */
    KNOWN_AT_MALFORMED,
    /** The cell is empty. */
    NUMBER_MISSING,
    /** The number cannot be read, is not finite or has too many digits. */
    NUMBER_MALFORMED,
    /** The price lies outside of the product's range on that delivery day. */
    PRICE_BEYOND_CAP,
    /** The installed capacity is less than nothing. */
    CAPACITY_NEGATIVE,
    /** The price has more than six digits after the point. */
    PRICE_TOO_FINE,
    /** The instant is there twice, or twice with the same instant of knowledge. */
    DUPLICATE_INSTANT;

    /** The code in the API, for example {@code price-beyond-cap}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
