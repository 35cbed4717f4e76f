package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFolderTest {
    @TempDir
    Path folder;

    @Test
    void folderShouldBeTheOneThatIsSet() {
        assertThat(folder(folder.toString()).path()).contains(folder);
        assertThat(folder(" ").path()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeds", "/nobody/has/this", "/dev/null", "/a\0b"})
    void startShouldBeRefusedWhenItIsNoFolder(String text) {
        assertThatThrownBy(() -> folder(text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(
                        "optibid.feeds.folder is \"" + text.trim() + "\"; allowed: an absolute path of a folder");
    }

    @Test
    void startShouldBeRefusedWhenItIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> folder(file.toString())).isInstanceOf(InvalidSettingException.class);
    }

    private static MessageFolder folder(String text) {
        return MessageFolder.of(new Settings(key -> Optional.of(text)));
    }
}
