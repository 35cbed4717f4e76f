package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void openShouldRefuseWhenAFileStandsInTheFoldersPlace() throws IOException {
        Path file = Files.createFile(parent.resolve("data"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(RefusalException.class)
                .hasMessage("The data folder " + file + " is a file: choose another one with -Doptibid.data=FOLDER.");
    }

    @Test
    void openShouldRefuseWhenTheFolderCannotBeMade() throws IOException {
        Path folder = Files.createFile(parent.resolve("file")).resolve("data");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith("The data folder " + folder + " cannot be written (")
                .hasMessageEndingWith("choose another one with -Doptibid.data=FOLDER.");
    }

    @Test
    void openShouldRefuseWhenAnotherRunHasTheFolder() {
        try (DataFolder first = DataFolder.open(parent)) {
            assertThat(first.path()).isEqualTo(parent);
            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(RefusalException.class)
                    .hasMessageContaining("is already running on " + parent + " (process "
                            + ProcessHandle.current().pid() + ")");
        }
        DataFolder.open(parent).close();
    }

    @Test
    void passwordShouldStayAndBeReadableByTheOwnerOnlyWhenItWasMade() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            String password = folder.password();

            assertThat(password).hasSize(48);
            assertThat(folder.password()).isEqualTo(password);
            assertThat(Files.getPosixFilePermissions(folder.passwordFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
