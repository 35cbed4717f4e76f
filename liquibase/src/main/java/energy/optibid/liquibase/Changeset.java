package energy.optibid.liquibase;

import java.util.List;

/**
 * One step of the schema.
 *
 * @param id unique within its file, for example {@code streaming-0.1-outbox}
 * @param file the changelog that holds it, as a path on the class path
 * @param destroys what it does that takes data away for good, by statement; empty for most, and for one that this release
 *     does not know
 */
public record Changeset(String id, String author, String file, List<String> destroys) {
    public Changeset {
        destroys = List.copyOf(destroys);
    }

    /** The release of OptiBid that it came with, by the name of its file; empty for a file that names none. */
    public String release() {
        return file.replaceAll("^.*-([0-9]+(?:\\.[0-9]+)+)\\.\\w+$|^.*$", "$1");
    }

    @Override
    public String toString() {
        return id;
    }
}
