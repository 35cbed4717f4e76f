package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    @Test
    void archiveShouldNotBeSoundWhenThereIsNone() {
        ClassArchive archive = new ClassArchive(folder, "server");

        assertThat(archive.isSound()).isFalse();
        assertThat(archive.jvmOptions(false)).contains("-XX:+RecordDynamicDumpInfo");
    }

    @Test
    void makeShouldSayNoWhenThereIsNoSuchProcess() {
        assertThat(new ClassArchive(folder, "server").make(Long.MAX_VALUE)).isFalse();
    }
}
