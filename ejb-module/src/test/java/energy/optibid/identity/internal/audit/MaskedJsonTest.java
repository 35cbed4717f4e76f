package energy.optibid.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "newPassword",
                "PASSWORD",
                "password_hash",
                "clientSecret",
                "client-secret",
                "refreshToken",
                "token",
                "apiKey",
                "APIKey",
                "signing_key",
                "privateKeys",
                "code",
                "recoveryCodes",
                "totpSecret",
                "otpauthUri",
                "hash",
                "Authorization",
                "setCookie",
                "link",
                "invitationLink"
            })
    void valueShouldBeMaskedWhenItsNameStandsForASecret(String name) {
        assertThat(MaskedJson.of("{\"a\":[{\"" + name + "\":\"s3cr3t\"}],\"" + name + "\":{\"x\":[\"s3cr3t\",1]}}"))
                .doesNotContain("s3cr3t")
                .contains("\"" + name + "\":\"***\"");
        assertThat(MaskedJson.of(Map.of(name, "s3cr3t"))).isEqualTo("{\"" + name + "\":\"***\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "productCode",
                "zone_code",
                "problemCode",
                "apiKeyId",
                "tokenType",
                "passwordChangedAt",
                "recoveryCodesLeft",
                "keyboard",
                "codec",
                "hashtag",
                "name",
                "pinned",
                "sha256"
            })
    void valueShouldBeKeptWhenItsNameStandsForNoSecret(String name) {
        assertThat(MaskedJson.of("{\"" + name + "\":\"x\"}")).isEqualTo("{\"" + name + "\":\"x\"}");
    }

    @Test
    void truthShouldBeKeptWhenItsNameSpeaksOfASecret() {
        String json = "{\"passwordLogIn\":false,\"secret\":null,\"token\":true}";

        assertThat(MaskedJson.of(json)).isEqualTo(json);
        assertThat(MaskedJson.of("{\"code\":123456}")).isEqualTo("{\"code\":\"***\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                "Authorization: Bearer abcdefghijklmnopqrstuv",
                "-----BEGIN EC PRIVATE KEY-----"
            })
    void textShouldBeMaskedWhenItLooksLikeASecret(String text) {
        assertThat(MaskedJson.of(Map.of("note", text))).isEqualTo("{\"note\":\"***\"}");
    }

    @Test
    void numbersShouldKeepTheirDigits() {
        String json = "{\"a\":1.50,\"b\":[0,-1.00,12345678901234567890.123456789]}";

        assertThat(MaskedJson.of(json)).isEqualTo(json);
    }

    @Test
    void valuesShouldBeCutWhenTheyAreLong() {
        assertThat(MaskedJson.of(Map.of("note", "x".repeat(5_000))))
                .hasSizeLessThan(1_100)
                .contains("…");
        StringBuilder many = new StringBuilder("{\"first\":1");
        for (int i = 0; i < 10_000; i++) {
            many.append(",\"n").append(i).append("\":").append(i);
        }
        String bounded = MaskedJson.of(many.append('}').toString());
        assertThat(bounded).contains("omittedBytes", "first, n0, n1");
        assertThat(bounded.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MaskedJson.MAX_BYTES);
    }

    @Test
    void documentShouldEndWhenItIsDeep() {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);

        assertThat(MaskedJson.of(deep)).contains("…").hasSizeLessThan(300);
    }

    @Test
    void textShouldBeStorableWhenItHasCharactersThatPostgresRefuses() {
        assertThat(MaskedJson.of(Map.of("note", "a\u0000b\uD800c"))).isEqualTo("{\"note\":\"a\uFFFDb\uFFFDc\"}");
        assertThat(AuditText.of("ab\uD83D\uDE00", 3)).isEqualTo("ab…");
    }

    @Test
    void textShouldBeKeptAsOneValueWhenItIsNoJson() {
        assertThat(MaskedJson.of("not json")).isEqualTo("{\"text\":\"not json\"}");
        assertThat(MaskedJson.of("[1]")).isEqualTo("{\"text\":\"[1]\"}");
    }
}
