package energy.optibid.liquibase;

/** What has become of a changeset's text since it was applied. */
public enum ChecksumState {
    /** It is the one that was applied. */
    SAME,
    /** This release has another text, or the database no checksum of the one that was applied. */
    CHANGED,
    /** This release does not have the changeset. */
    UNKNOWN
}
