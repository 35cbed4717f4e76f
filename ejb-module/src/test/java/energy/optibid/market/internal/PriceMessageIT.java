package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.PriceMessage;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.UnfitMessageException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Price messages, read and imported as a file is. */
class PriceMessageIT {
    private static final String MESSAGE = """
            {"messageId":"m1","productCode":"SDAC","zoneCode":"EE","knownAt":"2024-03-05T12:45:00Z","minutes":60,
             "prices":[{"start":"2024-03-05T23:00:00Z","price":%s},{"start":"2024-03-06T00:00:00Z","price":-1.5}]}""";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ImportLimits LIMITS = new ImportLimits(65_536, 1 << 30, 2_000_000, 100);

    @Test
    void pricesShouldBeStoredOnceAndACorrectionAsRevision() throws SQLException {
        try (Connection connection = MarketPostgres.shared().connect()) {
            assertThat(load(connection, "61.37").pricesStored()).isEqualTo(2);
            assertThat(load(connection, "61.37").pricesUnchanged()).isEqualTo(2);
            ImportReport correction = load(connection, "6.2E1");

            assertThat(correction.pricesRevised()).isEqualTo(1);
            List<KnownPrice> known = new PriceTable(connection, "SDAC", "EE")
                    .known(
                            Instant.parse("2024-03-05T23:00:00Z"),
                            Instant.parse("2024-03-06T01:00:00Z"),
                            Optional.empty());
            assertThat(known)
                    .extracting(KnownPrice::price)
                    .map(BigDecimal::stripTrailingZeros)
                    .containsExactly(new BigDecimal("62"), new BigDecimal("-1.5"));
            assertThat(known.get(0).knownAt()).isEqualTo(Instant.parse("2024-03-05T12:45:00Z"));
        }
    }

    @Test
    void periodThatComesTwiceShouldBeRefused() throws SQLException {
        String twice = MESSAGE.formatted("1").replace("2024-03-06T00:00:00Z", "2024-03-05T23:00:00Z");
        PriceMessage message = PriceMessageJson.read(twice);
        try (Connection connection = MarketPostgres.shared().connect()) {
            assertThatThrownBy(() -> load(connection, message)).isInstanceOf(ImportRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\"}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\",\"prices\":[]}",
                "{\"messageId\":\"\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\","
                        + "\"prices\":[{\"start\":\"2024-03-05T23:00:00Z\",\"price\":1}]}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\","
                        + "\"prices\":[{\"start\":\"yesterday\",\"price\":1}]}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\","
                        + "\"prices\":[{\"start\":\"2024-03-05T23:00:00Z\",\"price\":\"1\"}]}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\","
                        + "\"prices\":[{\"start\":\"2024-03-05T23:00:00Z\",\"price\":1E999999999}]}",
                "{\"messageId\":\"m\",\"productCode\":\"SDAC\",\"zoneCode\":\"EE\",\"colour\":\"red\","
                        + "\"prices\":[{\"start\":\"2024-03-05T23:00:00Z\",\"price\":1}]}"
            })
    void whatIsNotAsDescribedShouldBeUnfit(String text) {
        assertThatThrownBy(() -> PriceMessageJson.read(text)).isInstanceOf(UnfitMessageException.class);
    }

    private static ImportReport load(Connection connection, String price) throws SQLException {
        return load(connection, PriceMessageJson.read(MESSAGE.formatted(price)));
    }

    private static ImportReport load(Connection connection, PriceMessage message) throws SQLException {
        return new PriceLoader(connection, CLOCK, LIMITS)
                .load(Actor.system(), PriceMessageCsv.mapping(message), PriceMessageCsv.file(message));
    }
}
