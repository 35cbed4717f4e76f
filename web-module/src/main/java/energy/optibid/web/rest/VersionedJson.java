package energy.optibid.web.rest;

/** A body that tells its version. Where it is answered alone, the OpenAPI document tells of the ETag by itself. */
public interface VersionedJson {
    /** Counts the changes, from 0. */
    int version();
}
