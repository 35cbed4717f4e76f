package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @CsvSource({
        "#/assets/7?tab=history, /#/assets/7?tab=history",
        "/#/run, /#/run",
        "/, /",
        "#, /#",
        "/desk?x=%2F, /desk?x=%2F"
    })
    void pathShouldBeKeptWhenItIsOfTheConsole(String given, String kept) {
        assertThat(LocalPath.of(Optional.of(given))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//attacker.example",
                "/\\attacker.example",
                "\\\\attacker.example",
                "https://attacker.example/",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "/\tattacker",
                "attacker.example",
                "/api/v1/auth/logout",
                "/x\u202ey",
                " /x",
                ""
            })
    void startPageShouldBeShownWhenThePathLeadsElsewhere(String given) {
        assertThat(LocalPath.of(Optional.of(given))).isEqualTo("/");
    }

    @Test
    void startPageShouldBeShownWhenNoPathOrAVeryLongOneIsGiven() {
        assertThat(LocalPath.of(Optional.empty())).isEqualTo("/");
        assertThat(LocalPath.of(Optional.of("/" + "x".repeat(500)))).isEqualTo("/");
    }
}
