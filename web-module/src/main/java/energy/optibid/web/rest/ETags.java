package energy.optibid.web.rest;

import jakarta.ws.rs.core.EntityTag;

/** The ETag of a resource that has a version. */
public final class ETags {

    private ETags() {}

    public static EntityTag ofVersion(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
