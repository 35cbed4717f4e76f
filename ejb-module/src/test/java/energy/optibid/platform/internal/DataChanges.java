package energy.optibid.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds, in the text of the changelogs, statements that change rows which row-level security hides from the owner. */
final class DataChanges {
    private static final Pattern INCLUDED = Pattern.compile("<include file=\"([^\"]+\\.sql)\"");
    private static final Pattern ISOLATED =
            Pattern.compile("optibid_isolate\\('(\\w+)'|alter table (\\w+) enable row level security");
    private static final Pattern CHANGE = Pattern.compile("(?m)^\\s*(?:insert into|update|delete from) (\\w+)");

    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset ");
    private static final Pattern STATEMENT_END = Pattern.compile(";");

    private DataChanges() {}

    /** The changesets, as {@code id: statement}. */
    static List<String> behindForcedRowLevelSecurity() throws IOException {
        Set<String> isolated = new HashSet<>();
        return INCLUDED.matcher(text("master.xml"))
                .results()
                .flatMap(file -> Stream.of(changesets(file.group(1))))
                .flatMap(changeset -> inChangeset(changeset, isolated))
                .toList();
    }

    private static String[] changesets(String file) {
        try {
            return CHANGESET.split(text(file), -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inChangeset(String changeset, Set<String> isolated) {
        String id = changeset.lines().findFirst().orElse("");
        StringBuilder before = new StringBuilder();
        Stream.Builder<String> found = Stream.builder();
        for (String statement : STATEMENT_END
                .splitAsStream(changeset.replaceAll("(?m)^--.*$", ""))
                .toList()) {
            CHANGE.matcher(statement)
                    .results()
                    .filter(change -> isolated.contains(change.group(1)) && !isLifted(before, change.group(1)))
                    .forEach(change -> found.add(id + ": " + change.group().strip()));
            before.append(statement).append(';');
            ISOLATED.matcher(statement)
                    .results()
                    .forEach(match -> isolated.add(match.group(1) == null ? match.group(2) : match.group(1)));
        }
        return found.build();
    }

    private static boolean isLifted(CharSequence before, String table) {
        return before.toString().contains("alter table " + table + " no force row level security;");
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = DataChanges.class.getResourceAsStream("/db/changelog/" + file)) {
            if (stream == null) {
                throw new IOException("There is no changelog " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
    }
}
