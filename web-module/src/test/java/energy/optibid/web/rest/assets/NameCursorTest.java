package energy.optibid.web.rest.assets;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.portfolio.ListPosition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCursorTest {
    private static final UUID ID = UUID.fromString("0199b2a4-11aa-7e02-b3c4-7d5e6f708192");

    @ParameterizedTest
    @ValueSource(strings = {"A", "Straße 1", "発電所", "🔋"})
    void readShouldGiveThePlaceThatWasWritten(String name) {
        assertThat(NameCursor.read(NameCursor.of(name, ID))).contains(new ListPosition(name, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0199b2a4-11aa-7e02-b3c4-7d5e6f708192", "'; drop table assets; --", "%00", "AAAA"})
    void readShouldBeEmptyWhenItIsNoCursor(String cursor) {
        assertThat(NameCursor.read(cursor)).isEmpty();
    }

    @Test
    void readShouldBeEmptyWhenNameIsNoTextThatATableCouldHold() {
        assertThat(NameCursor.read(NameCursor.of("a\u0000", ID))).isEmpty();
        assertThat(NameCursor.read("A".repeat(3_000))).isEmpty();
        byte[] broken = "0123456789abcdef\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(NameCursor.read(Base64.getUrlEncoder().encodeToString(broken)))
                .isEmpty();
    }
}
