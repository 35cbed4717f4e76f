package energy.optibid.liquibase;

import energy.optibid.liquibase.structure.Difference;
import energy.optibid.liquibase.structure.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code verify} prints: the differences, the extensions, and what was compared. */
final class VerificationReport {
    private static final String REQUIRED = "required";

    /** What the extensions are to this release that an installation may expect of it; the rest is its own affair. */
    private static final Map<String, String> EXTENSIONS = new TreeMap<>(Map.of(
            "btree_gist", REQUIRED,
            "uuid-ossp", "optional",
            "postgis", "optional",
            "timescaledb", "optional"));

    private static final String NOTHING = "–";

    private VerificationReport() {}

    static String of(Verification verification) {
        List<String> paragraphs = new ArrayList<>();
        if (!verification.differences().isEmpty()) {
            paragraphs.add(differences(verification.differences()));
        }
        paragraphs.add(extensions(verification.found().names(Kind.EXTENSION)));
        paragraphs.add("Compared with what this release declares: "
                + Arrays.stream(Kind.values())
                        .map(kind -> count(verification.found().names(kind).size(), kind.toString()))
                        .collect(Collectors.joining(", "))
                + ". A partition counts with its table.");
        paragraphs.add(verdict(verification));
        return String.join("\n", paragraphs);
    }

    private static String differences(List<Difference> differences) {
        TextTable table = new TextTable("", "what", "name", "expected", "found");
        differences.forEach(difference -> table.add(
                difference.warning() ? "warning" : "difference",
                difference.kind(),
                difference.name(),
                difference.expected().orElse(NOTHING),
                difference.found().orElse(NOTHING)));
        return table.toString();
    }

    private static String extensions(Set<String> installed) {
        TextTable table = new TextTable("extension", "this release", "database");
        EXTENSIONS.forEach((name, need) -> table.add(
                name,
                need.equals(REQUIRED) ? need : need + ", not used",
                installed.contains(name) ? "installed" : "not installed"));
        return table.toString();
    }

    private static String verdict(Verification verification) {
        long warnings =
                verification.differences().stream().filter(Difference::warning).count();
        long differences = verification.differences().size() - warnings;
        String warned = warnings == 0 ? "" : " " + count(warnings, "warning") + ".";
        return differences == 0 ? "Nothing is wrong." + warned : count(differences, "difference") + "." + warned;
    }

    private static String count(long number, String what) {
        String plural = what.endsWith("x")
                ? what + "es"
                : what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? what : plural);
    }
}
