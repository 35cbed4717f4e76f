package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    Path data;

    @Test
    void leftOverFileShouldGoAndTheProcessStayWhenItsIdBelongsToAnotherProgram() throws IOException {
        Path file = Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");

        Postmaster.endLeftOver(data);

        assertThat(file).doesNotExist();
    }

    @Test
    void pidShouldBeEmptyWhenTheFileIsMissingOrCutOff() throws IOException {
        assertThat(Postmaster.pid(data)).isEmpty();

        Files.writeString(data.resolve("postmaster.pid"), "");

        assertThat(Postmaster.pid(data)).isEmpty();
    }
}
