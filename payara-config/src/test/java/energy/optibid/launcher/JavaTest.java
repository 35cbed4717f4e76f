package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JavaTest {

    @Test
    void javaShouldBeRefusedInOneLineWhenItIsTooOld() {
        assertThatThrownBy(() -> Java.require(11))
                .isInstanceOf(RefusalException.class)
                .hasMessage("OptiBid needs JDK 17 or newer, and this is 11: set JAVA_HOME to a newer one.");
    }

    @Test
    void javaShouldBeTakenWhenItIsNewEnough() {
        assertThatCode(() -> Java.require(17)).doesNotThrowAnyException();
        assertThatCode(() -> Java.require(25)).doesNotThrowAnyException();
    }
}
