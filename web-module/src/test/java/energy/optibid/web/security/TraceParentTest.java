package energy.optibid.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GOOD = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void traceShouldBeThatOfTheHeaderAlsoOfLaterVersions() {
        assertThat(TraceParent.traceId(GOOD)).contains(TRACE);
        assertThat(TraceParent.traceId("cc" + GOOD.substring(2) + "-what-the-future-will-be-like"))
                .contains(TRACE);
        assertThat(TraceParent.traceId("01" + GOOD.substring(2))).contains(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                TRACE,
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "01-" + TRACE + "-00f067aa0ba902b7-01more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-1",
                "00_" + TRACE + "_00f067aa0ba902b7_01",
                " 00-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01\n"
            })
    void traceShouldBeUnknownWhenTheHeaderIsWrong(String header) {
        assertThat(TraceParent.traceId(header)).isEmpty();
    }

    @Test
    void traceShouldBeUnknownWhenTheHeaderHasNoEnd() {
        assertThat(TraceParent.traceId("01" + GOOD.substring(2) + "-" + "x".repeat(1_000)))
                .isEmpty();
    }
}
