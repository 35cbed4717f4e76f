package energy.optibid.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String DIGITS = "1234567890";

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void codeShouldBeThatOfTheRfcWhenItsVectorsAreGiven(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));

        assertThat(new Totp("HmacSHA1", 8).code(seed(20), step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(seed(32), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).code(seed(64), step)).isEqualTo(sha512);
    }

    @Test
    void authenticatorShouldShowTheLastSixDigitsWithLeadingZeros() {
        long step = Totp.step(Instant.ofEpochSecond(1111111109));

        assertThat(Totp.AUTHENTICATOR.code(seed(20), step)).isEqualTo("081804");
    }

    private static byte[] seed(int bytes) {
        return DIGITS.repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
