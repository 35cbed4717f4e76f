package energy.optibid.platform.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.SecretToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer hush.hush-hush_hush",
                "authorization=Basic aHVzaDpodXNoaHVzaA==",
                "could not parse {\"password\":\"hush hush\",\"x\":1}",
                "password = hush",
                "the new passwd:hush, and more",
                "optibid.security.encryption-key=hush",
                "OPTIBID_KAFKA_SASL_PASSWORD=hush",
                "client_secret=hush&x=1",
                "access_token\":\"hush\"",
                "Cookie: optibid-session=hush",
                "x-api-key: hush",
                "redis://user:hush@cache:6379/0",
                "jdbc:postgresql://me:hush@db/optibid",
                "-----BEGIN EC PRIVATE KEY-----\nhush\nhush\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhush",
                "sent eyJhush.eyJhush.hush-hush",
                "hash $argon2id$v=19$m=19456,t=2,p=1$hush$hush"
            })
    void secretShouldBeMasked(String text) {
        assertThat(Secrets.masked(text)).contains(Secrets.MASK).doesNotContain("hush");
    }

    @Test
    void tokensOfOursShouldBeMaskedWithTheirKindLeft() {
        String token = SecretToken.next("obr").text();

        assertThat(Secrets.masked("given " + token + ".")).isEqualTo("given obr_***.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access tokens are signed by key k-1 from now on; 2 published",
                "GET /api/v1/auth/token 200",
                "PostgreSQL: connecting to jdbc:postgresql://localhost:5432/optibid, for at most 5000 ms",
                "Bid run 0199b2a4-0b5d-7a90-9d1b-6c4e8f7a2b00 failed. Start it again; if it fails again, report this.",
                "at 12:30:15 user trader@demo.optibid"
            })
    void otherTextShouldStay(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    /** An expression that goes back over the text again and again would not be through within the patience of a build. */
    @Test
    void textOfStrangersShouldBeGoneThroughInTheEnd() {
        for (String piece :
                List.of("eyJ", "eyJa.", "://a", "://a:b", "bearer ", "password=", "-----BEGIN ", "\"", "$argon2")) {
            assertThat(Secrets.masked(piece.repeat(200_000))).as(piece).hasSizeLessThanOrEqualTo(200_000);
        }
    }
}
