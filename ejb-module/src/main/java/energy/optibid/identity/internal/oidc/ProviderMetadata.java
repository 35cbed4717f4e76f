package energy.optibid.identity.internal.oidc;

import java.net.URI;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, RFC 8414).
 *
 * @param secretInBody whether the client's secret goes into the form of the token request, else into its header
 * @param tellsIssuer whether its redirects carry the parameter {@code iss} (RFC 9207)
 */
public record ProviderMetadata(
        String issuer, URI authorization, URI token, URI keys, boolean secretInBody, boolean tellsIssuer) {}
