package energy.optibid.web.rest.sso;

/** Where the browser has to go to log in. */
public record AuthorizationJson(String authorizationUrl) {}
