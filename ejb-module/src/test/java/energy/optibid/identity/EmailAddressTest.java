package energy.optibid.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.de", "nora.nord+desk@mail.nordlicht.example", "o'neil@example.co.uk", "x_1@xn--bcher-kva.de"
            })
    void parseShouldTakeAddressWhenWellFormed(String typed) {
        assertThat(EmailAddress.parse(typed)).hasValue(new EmailAddress(typed));
    }

    @Test
    void parseShouldLowerAndStripWhenTyped() {
        assertThat(EmailAddress.parse("  Nora@Nordlicht.Example "))
                .hasValue(new EmailAddress("nora@nordlicht.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.de",
                "a@@b.de",
                "a b@c.de",
                "a@b.de\r\nBcc: c@d.de",
                "a@b.de\nx",
                "a\0@b.de",
                "<a@b.de>",
                "a@b.de,c@d.de",
                ".a@b.de",
                "a..b@c.de",
                "a@-b.de",
                "a@b..de",
                "\"a\"@b.de",
                "ä@b.de"
            })
    void parseShouldRefuseWhenMalformed(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void parseShouldRefuseWhenTooLong() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@b.de")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".de"))
                .isEmpty();
    }
}
