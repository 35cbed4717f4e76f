package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
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

    @Test
    void matchesShouldBeTrueWhenAccentsWereTypedInAnotherWay() {
        Optional<String> hash = Optional.of(passwords.hash("pa\u0308sswo\u0308rter auf reisen"));

        assertThat(passwords.matches("p\u00e4ssw\u00f6rter auf reisen", hash)).isTrue();
    }

    @Test
    void matchesShouldDoTheSameWorkWhenHashIsThereOrNot() {
        Optional<String> hash = Optional.of(passwords.hash("secret"));
        long before = passwords.work();

        passwords.matches("wrong", hash);
        assertThat(passwords.work()).isEqualTo(before + 1);
        passwords.matches("wrong", Optional.empty());
        assertThat(passwords.work()).isEqualTo(before + 2);
        passwords.matches("x".repeat(2000), hash);
        assertThat(passwords.work()).isEqualTo(before + 3);
    }

    @Test
    void isOutdatedShouldTellHashesOfOtherParameters() {
        String weaker = Password.hash("secret")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(12 * 1024, 3, 1, 32, Argon2.ID))
                .getResult();

        assertThat(passwords.isOutdated(weaker)).isTrue();
        assertThat(passwords.matches("secret", Optional.of(weaker))).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("secret"))).isFalse();
    }
}
