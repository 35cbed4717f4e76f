package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that an operator of the database runs, as a process of its own. */
record SchemaCommand(int exitCode, String output) {

    /**
     * Runs it as the owner of the schema.
     *
     * @param environment what it has besides the database
     */
    static SchemaCommand run(Database database, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TestFolders.SCHEMA_COMMAND.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("OPTIBID_DATABASE_URL", database.url());
        builder.environment().put("OPTIBID_DATABASE_USER", Database.OWNER);
        builder.environment().put("OPTIBID_DATABASE_PASSWORD", Database.PASSWORD);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaCommand(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
