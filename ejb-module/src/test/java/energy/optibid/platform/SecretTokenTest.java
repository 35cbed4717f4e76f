package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void nextShouldBeAnotherWhenAskedAgain() {
        Set<String> made = new HashSet<>();
        for (int count = 0; count < 1000; count++) {
            made.add(SecretToken.next("obr").text());
        }

        assertThat(made).hasSize(1000).allMatch(text -> text.matches("obr_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void parseShouldGiveTheSameHashWhenTextIsTheSame() {
        SecretToken token = SecretToken.next("obr");

        assertThat(SecretToken.parse("obr", token.text()).orElseThrow().sha256())
                .hasSize(32)
                .isEqualTo(token.sha256());
    }

    @Test
    void sha256ShouldBeThatOfTheWholeTextWhenAsked() {
        String text = "obr_" + "A".repeat(43);

        assertThat(HexFormat.of()
                        .formatHex(SecretToken.parse("obr", text).orElseThrow().sha256()))
                .isEqualTo("0ae0e06bcb64f8ff9b3cac5c523251231f8436f798e6a051ff55ca4f48365ba0");
    }

    @Test
    void parseShouldBeAbsentWhenTextIsNotOne() {
        String text = SecretToken.next("obr").text();

        for (String wrong : new String[] {
            "",
            "obr_",
            "obk" + text.substring(3),
            text + "A",
            text.substring(1),
            text.substring(0, 46) + "=",
            text + "\n"
        }) {
            assertThat(SecretToken.parse("obr", wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void toStringShouldNotTellTheSecretWhenLogged() {
        assertThat(SecretToken.next("obr")).hasToString("obr_…");
    }
}
