package energy.optibid.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void optionsShouldBeReadInAnyOrder() {
        Options options = Options.parse(List.of("--until", "2026-11-30", "--beside-others", "--scale", "48"));

        assertThat(options.scale()).isEqualTo(48);
        assertThat(options.until()).contains(LocalDate.of(2026, 11, 30));
        assertThat(options.besideOthers()).isTrue();
        assertThat(options.url()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scale", "--scale 0", "--scale 101", "--scale 1.5", "--until today", "--force", "prices"})
    void optionsShouldRefuseWhatIsNotUnderstood(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(Options.WrongArgumentsException.class);
    }

    @Test
    void helpShouldNameEveryOptionAndExitCode() {
        assertThat(Options.USAGE).contains("--scale", "--until", "--beside-others", "--url", "--user", "Exit codes: 0");
    }
}
