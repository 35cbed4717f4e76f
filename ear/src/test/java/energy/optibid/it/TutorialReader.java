package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Types what a tutorial says into one shell, and compares what comes out with what the page shows. */
final class TutorialReader {
    private static final long PATIENCE_MINUTES = 6;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder empty; where the reader works
     * @param environment besides that of this JVM
     */
    TutorialReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    void follow(Tutorial tutorial) {
        try {
            Path script = Files.writeString(folder.resolve("tutorial.sh"), script(tutorial.steps()));
            int exit = run(script);
            for (int i = 0; i < tutorial.steps().size(); i++) {
                boolean last = i + 1 == tutorial.steps().size() || !Files.exists(file(i + 1));
                compare(tutorial.steps().get(i), Files.readString(file(i)), last ? exit : 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All steps share a shell, as they do for a reader, and stop at the first error. */
    private String script(List<Tutorial.Step> steps) {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (int i = 0; i < steps.size(); i++) {
            script.append("{\n")
                    .append(steps.get(i).script())
                    .append("} > '")
                    .append(file(i))
                    .append("' 2>&1\n");
        }
        return script.toString();
    }

    private Path file(int step) {
        return folder.resolve("output-" + step + ".txt");
    }

    private int run(Path script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("NO_PROXY", "localhost,127.0.0.1");
        Process shell = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("shell.txt").toFile())
                .start();
        try {
            if (shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return shell.exitValue();
            }
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void compare(Tutorial.Step step, String output, int exit) {
        String where = " under \"" + step.heading() + "\" of\n" + step.script();
        assertThat(exit)
                .as("%s", "exit code" + where + "which printed\n" + output)
                .isZero();
        if (!step.shown().isEmpty()) {
            assertThat(output.lines().toList())
                    .as("%s", "what the page shows" + where)
                    .containsSequence(step.shown());
        }
    }
}
