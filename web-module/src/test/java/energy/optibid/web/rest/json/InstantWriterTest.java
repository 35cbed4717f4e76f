package energy.optibid.web.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-28T23:15:00Z",
                "2024-02-29T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "2026-03-28T23:15:00.120Z",
                "2026-03-28T23:15:00.000000001Z"
            })
    void instantShouldBeWrittenAsItWritesItself(String text) {
        assertThat(written(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void anyInstantShouldBeWrittenAsItWritesItself() {
        Random random = new Random(20261127);
        for (int i = 0; i < 100_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 300_000_000_000L));
            assertThat(written(instant)).isEqualTo(instant.toString());
        }
    }

    private static String written(Instant instant) {
        String json = new String(Json.bytes(instant), StandardCharsets.UTF_8);
        return json.substring(1, json.length() - 1);
    }
}
