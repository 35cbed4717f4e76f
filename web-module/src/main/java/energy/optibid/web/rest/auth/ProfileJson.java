package energy.optibid.web.rest.auth;

/** What users change of themselves. */
public record ProfileJson(String displayName) {}
