package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.PriceMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** A price message as the file that {@link CsvImport} reads, so that one way in checks, stores and audits all prices. */
final class PriceMessageCsv {
    private static final String TIME = "time";
    private static final String PRICE = "price";
    private static final String KNOWN_AT = "known-at";

    private PriceMessageCsv() {}

    static CsvMapping mapping(PriceMessage message) {
        CsvMapping.Builder mapping = CsvMapping.of(message.productCode(), message.zoneCode(), TIME, ZoneOffset.UTC)
                .price(PRICE)
                .delimiter(',')
                .decimalSeparator('.');
        message.knownAt().ifPresent(at -> mapping.knownAt(KNOWN_AT));
        message.minutes().ifPresent(mapping::minutes);
        return mapping.build();
    }

    static InputStream file(PriceMessage message) {
        StringBuilder csv = new StringBuilder(TIME + "," + PRICE);
        message.knownAt().ifPresent(at -> csv.append("," + KNOWN_AT));
        for (PriceMessage.Price price : message.prices()) {
            csv.append('\n')
                    .append(price.start())
                    .append(',')
                    .append(price.price().toPlainString());
            message.knownAt().ifPresent(at -> csv.append(',').append(at));
        }
        return new ByteArrayInputStream(csv.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
