package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void hashShouldBeArgon2idWithItsParametersWhenMade() {
        assertThat(passwords.hash("secret")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void hashShouldDifferWhenMadeTwice() {
        assertThat(passwords.hash("secret")).isNotEqualTo(passwords.hash("secret"));
    }

    @Test
    void matchesShouldTellRightFromWrongWhenHashIsThere() {
        Optional<String> hash = Optional.of(passwords.hash("Pässwörd"));

        assertThat(passwords.matches("Pässwörd", hash)).isTrue();
        assertThat(passwords.matches("passwort", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void matchesShouldBeFalseWhenThereIsNoHash() {
        assertThat(passwords.matches("nobody's password", Optional.empty())).isFalse();
    }
}
