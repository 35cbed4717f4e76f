package energy.optibid.market.internal.files;

import java.time.Instant;
import java.util.Optional;

/**
 * One price as it stands in a file.
 *
 * @param line 1-based line of the file; of XML, which may have one line only, the number of the record
 * @param place what the operator calls the zone
 * @param start of the delivery period
 * @param minutes length of the delivery period
 * @param updated when the operator published it, where the file says so
 * @param currency code, where the file says so
 * @param price decimal, per MWh
 * @param content the line or record as it came
 */
record PublishedPrice(
        int line,
        String place,
        Instant start,
        int minutes,
        Optional<Instant> updated,
        Optional<String> currency,
        String price,
        String content) {}
