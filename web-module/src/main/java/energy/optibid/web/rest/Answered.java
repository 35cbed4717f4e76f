package energy.optibid.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;

/** Answers about one thing: as it is, or as it was just made. Where it has a version, that is the ETag. */
public final class Answered {

    private Answered() {}

    /** 200 with the version as ETag. */
    public static Response ok(VersionedJson body) {
        return with(Response.ok(), body);
    }

    /**
     * 201 with the address of what was made.
     *
     * @param list the address of the list that it was added to
     */
    public static Response created(UriInfo list, UUID id, Record body) {
        return created(list.getAbsolutePathBuilder().path(id.toString()).build(), body);
    }

    /** 201 with the address of what was made. */
    public static Response created(URI address, Record body) {
        return with(Response.created(address), body);
    }

    private static Response with(ResponseBuilder answer, Object body) {
        if (body instanceof VersionedJson versioned) {
            answer.tag(new EntityTag(Integer.toString(versioned.version())));
        }
        return answer.type(MediaType.APPLICATION_JSON).entity(body).build();
    }
}
