package energy.optibid.platform;

/** Whether the database has had a changeset. */
public enum MigrationState {
    APPLIED,
    PENDING
}
