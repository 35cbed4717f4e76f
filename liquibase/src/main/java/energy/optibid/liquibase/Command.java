package energy.optibid.liquibase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param name one of status, update, rollback, admit, verify, history
 * @param argument of rollback: a count or a tag; of admit: a login; else empty
 * @param tag of update: the name for the state before it
 */
record Command(
        String name,
        String argument,
        boolean dryRun,
        Optional<String> tag,
        String url,
        String user,
        Optional<String> password) {

    private static final Set<String> NAMES = Set.of("status", "update", "rollback", "admit", "verify", "history");

    /** The commands that take one word, and what it is. */
    private static final Map<String, String> ARGUMENTS =
            Map.of("rollback", "rollback needs a count or a tag", "admit", "admit needs a login");

    static final class WrongArgumentsException extends RuntimeException {
        WrongArgumentsException(String message) {
            super(message);
        }
    }

    static Command parse(List<String> args, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        Deque<String> words = new ArrayDeque<>();
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--dry-run" -> options.put(word, "");
                case "--url", "--user", "--tag" -> options.put(word, value(word, rest));
                default -> words.add(word);
            }
        }
        return of(words, options, environment);
    }

    private static Command of(Deque<String> words, Map<String, String> options, Map<String, String> environment) {
        require(!words.isEmpty(), "there is no command");
        String name = words.pop();
        require(NAMES.contains(name), "there is no command " + name);
        require(words.size() == (ARGUMENTS.containsKey(name) ? 1 : 0), wrongWords(name, words));
        require(!options.containsKey("--tag") || name.equals("update"), "--tag belongs to update");
        require(
                !options.containsKey("--dry-run") || name.equals("update") || name.equals("rollback"),
                "--dry-run belongs to update and rollback");
        return new Command(
                name,
                words.isEmpty() ? "" : words.pop(),
                options.containsKey("--dry-run"),
                Optional.ofNullable(options.get("--tag")),
                setting(
                        "--url",
                        "OPTIBID_DATABASE_URL",
                        "jdbc:postgresql://localhost:5432/optibid",
                        options,
                        environment),
                setting("--user", "OPTIBID_DATABASE_USER", "optibid_owner", options, environment),
                Optional.ofNullable(environment.get("OPTIBID_DATABASE_PASSWORD")));
    }

    private static String wrongWords(String name, Deque<String> words) {
        return ARGUMENTS.containsKey(name) && words.isEmpty()
                ? String.valueOf(ARGUMENTS.get(name))
                : name + " does not understand: " + String.join(" ", words);
    }

    private static String setting(
            String option,
            String variable,
            String fallback,
            Map<String, String> options,
            Map<String, String> environment) {
        return options.getOrDefault(option, environment.getOrDefault(variable, fallback));
    }

    private static String value(String option, Deque<String> rest) {
        require(!rest.isEmpty(), option + " needs a value");
        return rest.pop();
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new WrongArgumentsException(otherwise);
        }
    }
}
