package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedFieldTest {

    @Test
    void betweenShouldTellEachFieldThatDiffersWhenObjectsAreNested() {
        assertThat(ChangedField.between(
                        "{\"name\":\"A\",\"battery\":{\"chargePowerMw\":10,\"cyclesPerDay\":1},\"siteId\":null}",
                        "{\"name\":\"A\",\"battery\":{\"chargePowerMw\":12.5},\"siteId\":\"x\"}"))
                .containsExactly(
                        new ChangedField("battery.chargePowerMw", Optional.of("10"), Optional.of("12.5")),
                        new ChangedField("battery.cyclesPerDay", Optional.of("1"), Optional.empty()),
                        new ChangedField("siteId", Optional.empty(), Optional.of("x")));
    }

    @Test
    void betweenShouldBeEmptyWhenNothingDiffers() {
        assertThat(ChangedField.between("{\"a\":[1,2],\"b\":true}", "{\"b\":true,\"a\":[1,2]}"))
                .isEmpty();
    }
}
