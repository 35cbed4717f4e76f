package energy.optibid.liquibase.structure;

import java.util.Locale;

/**
 * One thing that the schema is made of.
 *
 * @param name unique within its kind, for example {@code bids.price} for a column
 * @param definition on one line
 */
record Part(Kind kind, String name, String definition) {
    private static final String TAB = "\t";

    static Part parse(String line) {
        String[] fields = line.split(TAB, 3);
        return new Part(Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1], fields[2]);
    }

    String line() {
        return kind + TAB + name + TAB + definition;
    }

    /** Whether it is a part of a table, sequence or function: a column, or who may do what with it. */
    boolean belongsTo(String whole) {
        return name.startsWith(whole + ".") || name.startsWith(whole + " to ");
    }

    /** Whether it lets in or keeps out something that the release does not know of, where the release does not have it. */
    boolean mattersWhenExtra() {
        return switch (kind) {
            case TRIGGER, CONSTRAINT, POLICY, PRIVILEGE -> true;
            case COLUMN ->
                definition.contains(" not null")
                        && !definition.contains(" default ")
                        && !definition.contains(" generated ");
            case INDEX -> definition.startsWith("CREATE UNIQUE ") || definition.endsWith(" INVALID");
            case EXTENSION, TYPE, TABLE, SEQUENCE, FUNCTION -> false;
        };
    }
}
