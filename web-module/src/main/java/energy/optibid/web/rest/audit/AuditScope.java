package energy.optibid.web.rest.audit;

/** Whose entries are asked for. */
public enum AuditScope {
    ORGANISATION,
    PLATFORM
}
