package energy.optibid.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface. Its resources and providers are found by scanning. */
@ApplicationPath("/api/v1")
@ApplicationScoped
@OpenAPIDefinition(
        info =
                @Info(
                        title = "OptiBid",
                        version = "0.1.0",
                        description = "The bid desk for electricity markets: from prices to bids, results and money.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token of POST /auth/login, valid for 15 minutes.")
public class RestApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // The container's own JSON binding is lenient: name a feature that it does not have.
                "jersey.config.jsonFeature", "OptiBidJson",
                // No WADL, and no page of the container in place of an answer without a body.
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
