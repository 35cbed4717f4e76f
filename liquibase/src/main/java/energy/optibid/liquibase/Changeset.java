package energy.optibid.liquibase;

/**
 * One step of the schema.
 *
 * @param id unique within its file, for example {@code streaming-0.1-outbox}
 * @param file the changelog that holds it, as a path on the class path
 */
public record Changeset(String id, String file) {

    @Override
    public String toString() {
        return id;
    }
}
