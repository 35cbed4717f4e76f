package energy.optibid.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void cellShouldBeQuotedWhenItHoldsSeparators() {
        assertThat(text(new CsvLine()
                        .add("")
                        .add("a,b")
                        .add("say \"so\"")
                        .add("two\r\nlines")
                        .add(Optional.empty())
                        .add(Optional.of(7))))
                .isEqualTo(",\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\",,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "=HYPERLINK(\"http://x\",\"y\")", "＝1"})
    void cellShouldBeDefusedWhenASpreadsheetWouldTakeItForAFormula(String formula) {
        assertThat(text(new CsvLine().add(formula))).matches("(?s)\"?'.*").contains(formula.substring(0, 2));
    }

    private static String text(CsvLine line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
