package energy.optibid.liquibase.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the schema {@code public} is made of: tables, columns, constraints, indexes, functions, triggers, policies,
 * privileges, extensions. {@link #declared} is what the changelogs of this release make, {@link #of} what a database has.
 */
public final class Structure {
    /** What has parts: they are not told of where it is missing or extra as a whole. */
    private static final Set<Kind> WHOLES = Set.of(Kind.TABLE, Kind.SEQUENCE, Kind.FUNCTION);

    private static final String RESOURCE = "/db/structure.txt";
    private static final String HEAD =
            "# What the changelogs make, one thing a line: kind, name, definition. Written by a"
                    + " test: see docs/reference/database.md.";

    private final Map<String, Part> parts = new TreeMap<>();

    private Structure(Stream<Part> parts) {
        parts.forEach(part -> this.parts.put(part.kind() + " " + part.name(), part));
    }

    /** What the changelogs of this release make. */
    public static Structure declared() {
        try (InputStream file = Structure.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Structure(
                    reader.lines().filter(line -> !line.startsWith("#")).map(Part::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /**
     * What a database has. Reads the system catalogues and nothing else; any login may.
     *
     * @param connection in a transaction, for which the search path is set
     */
    public static Structure of(Connection connection) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            // What is in another schema is then written with its schema, and what is ours without.
            statement.execute("set local search_path to public");
            for (Kind kind : Kind.values()) {
                try (ResultSet rows = statement.executeQuery(kind.query())) {
                    while (rows.next()) {
                        parts.add(new Part(kind, rows.getString(1), onOneLine(rows.getString(2))));
                    }
                }
            }
        }
        return new Structure(parts.stream());
    }

    /** What differs in a database, by kind and name; of a table or function that only one has, nothing but that. */
    public List<Difference> differences(Structure found) {
        List<Difference> differences = new ArrayList<>();
        without(found).forEach(missing -> differences.add(Difference.between(missing, Optional.empty())));
        parts.forEach((key, expected) -> Optional.ofNullable(found.parts.get(key))
                .filter(there -> !there.equals(expected))
                .ifPresent(there -> differences.add(Difference.between(expected, Optional.of(there)))));
        found.without(this).stream()
                .filter(part -> part.kind() != Kind.EXTENSION)
                .map(Difference::extra)
                .forEach(differences::add);
        differences.sort(Comparator.comparing(Difference::kind).thenComparing(Difference::name));
        return List.copyOf(differences);
    }

    /** The parts that the other one does not have. */
    private List<Part> without(Structure other) {
        List<Part> alone = parts.entrySet().stream()
                .filter(part -> !other.parts.containsKey(part.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Set<String> wholes = alone.stream()
                .filter(part -> WHOLES.contains(part.kind()))
                .map(Part::name)
                .collect(Collectors.toSet());
        return alone.stream()
                .filter(part -> wholes.stream().noneMatch(part::belongsTo))
                .toList();
    }

    /** The names of all things of a kind. */
    public Set<String> names(Kind kind) {
        return parts.values().stream()
                .filter(part -> part.kind() == kind)
                .map(Part::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the file in the jar. */
    @Override
    public String toString() {
        return parts.values().stream().map(Part::line).collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
