package energy.optibid.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/runs/01900000-0000-7000-8000-000000000001", "/a.b/c"})
    void isPageShouldBeTrueWhenLastPartHasNoExtension(String path) {
        assertThat(ConsoleFilter.isConsole(path)).isTrue();
        assertThat(ConsoleFilter.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/assets/index-Bx1.js", "/runs/x.png"})
    void isPageShouldBeFalseWhenLastPartHasAnExtension(String path) {
        assertThat(ConsoleFilter.isPage(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/x", "/soap/x", "/ws", "/error", "/openapi", "/health/ready"})
    void isConsoleShouldBeFalseWhenProgramsAreServedThere(String path) {
        assertThat(ConsoleFilter.isConsole(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset-refused", "internal-error"})
    void pageShouldExplainProblemWhenItHasACode(String code) {
        assertThat(ProblemsPage.page()).contains("<h2 id=\"" + code + "\">");
    }
}
