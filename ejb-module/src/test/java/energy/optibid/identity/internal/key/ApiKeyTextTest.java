package energy.optibid.identity.internal.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ApiKeyTextTest {

    @Test
    void textShouldBeReadAgainWhenUnchanged() {
        ApiKeyText key = ApiKeyText.next();

        assertThat(key.text()).matches("optibid_[a-z2-7]{12}_[a-z2-7]{59}");
        assertThat(ApiKeyText.parse(key.text())).contains(key);
        assertThat(key.toString()).contains(key.publicId()).doesNotContain(key.secret());
    }

    @Test
    void parseShouldFindNothingWhenOneCharacterIsAnother() {
        String text = ApiKeyText.next().text();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(ApiKeyText.parse(changed)).as("character %d", i).isEmpty();
        }
        assertThat(ApiKeyText.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(ApiKeyText.parse(text + "a")).isEmpty();
        assertThat(ApiKeyText.parse("")).isEmpty();
    }

    @Test
    void keysShouldDifferInBothPartsWhenMade() {
        ApiKeyText one = ApiKeyText.next();
        ApiKeyText other = ApiKeyText.next();

        assertThat(one.publicId()).isNotEqualTo(other.publicId());
        assertThat(one.secret()).isNotEqualTo(other.secret());
        assertThat(one.sha256()).hasSize(32).isNotEqualTo(other.sha256());
    }
}
