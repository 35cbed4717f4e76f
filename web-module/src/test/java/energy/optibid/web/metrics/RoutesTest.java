package energy.optibid.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    @Path("/things/{id}")
    private static final class Things {
        @SuppressWarnings("unused")
        void whole() {}

        @Path("parts/{part}/")
        @SuppressWarnings("unused")
        void part() {}

        @Path("files/{path: .+}")
        @SuppressWarnings("unused")
        void file() {}
    }

    @Test
    void templateShouldBeTheResourcesPathWhenItsMethodHasNone() throws NoSuchMethodException {
        assertThat(Routes.template(Things.class, Things.class.getDeclaredMethod("whole")))
                .isEqualTo("/api/v1/things/{id}");
    }

    @Test
    void templateShouldJoinThePathsOfResourceAndMethod() throws NoSuchMethodException {
        assertThat(Routes.template(Things.class, Things.class.getDeclaredMethod("part")))
                .isEqualTo("/api/v1/things/{id}/parts/{part}");
    }

    @Test
    void templateShouldNameAParameterWithoutWhatItMatches() throws NoSuchMethodException {
        assertThat(Routes.template(Things.class, Things.class.getDeclaredMethod("file")))
                .isEqualTo("/api/v1/things/{id}/files/{path}");
    }

    @ParameterizedTest
    @CsvSource({"200, 2xx", "204, 2xx", "404, 4xx", "599, 5xx", "0, other", "999, other"})
    void statusShouldBeToldByItsClass(int status, String told) {
        assertThat(RequestTimes.statusClass(status)).isEqualTo(told);
    }
}
