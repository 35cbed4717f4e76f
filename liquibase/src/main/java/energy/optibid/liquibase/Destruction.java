package energy.optibid.liquibase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the statements that take data away for good: what drops a table, a column or what holds them, truncates, or
 * deletes everything. The body of a function only counts when it is called, which cannot be seen here; that of a
 * {@code do} is carried out at once and counts, whatever in it is a text. What overwrites ({@code update}, another type of
 * a column) is not looked for.
 */
final class Destruction {
    /** Comments and texts, which may hold semicolons and words that do nothing; {@code $tag$} is how SQL quotes bodies. */
    private static final Pattern QUIET = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|\\b[eE]'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*'|(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

    private static final Pattern DO = Pattern.compile("\\bdo\\s+(?:language\\s+\\w+\\s+)?$", Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> DESTROYING = Stream.of(
                    "\\bdrop (table|schema|database|sequence|extension|type|domain|materialized view|foreign table|owned)\\b",
                    "\\balter (foreign )?table\\b.*\\bdrop (?!constraint\\b|not null\\b|default\\b|expression\\b|identity\\b)",
                    "\\btruncate\\b",
                    "\\bdelete from\\b(?:(?!\\bwhere\\b)[^)])*(?:\\)|$)",
                    "\\bdelete from\\b.*\\bwhere (true|1 ?= ?1)\\b")
            .map(Pattern::compile)
            .toList();

    private Destruction() {}

    /** Those of a script, each in lower case on one line. */
    static List<String> in(String sql) {
        return Arrays.stream(audible(sql).split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !creates(statement))
                .filter(statement -> DESTROYING.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()))
                .toList();
    }

    /** "grant truncate" and "on delete cascade" of a new table or trigger take nothing away. */
    private static boolean creates(String statement) {
        return statement.matches("(create|grant|revoke|comment)\\b.*");
    }

    private static String audible(String sql) {
        StringBuilder audible = new StringBuilder();
        Matcher quiet = QUIET.matcher(sql);
        while (quiet.find()) {
            quiet.appendReplacement(audible, "");
            String found = quiet.group();
            boolean body = found.startsWith("$") || found.startsWith("'");
            if (body && DO.matcher(audible).find()) {
                String tag = found.startsWith("$") ? quiet.group(1) : "'";
                String carriedOut = found.substring(tag.length(), found.length() - tag.length());
                audible.append(" ; ").append(withoutComments(carriedOut)).append(" ; ");
            } else {
                audible.append(' ');
            }
        }
        return quiet.appendTail(audible).toString();
    }

    private static String withoutComments(String body) {
        return body.replaceAll("--[^\\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
    }
}
