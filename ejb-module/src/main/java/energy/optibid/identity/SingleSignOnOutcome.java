package energy.optibid.identity;

/** How a log-in at the identity provider ended. */
public sealed interface SingleSignOnOutcome {

    /**
     * A session has begun.
     *
     * @param returnTo a path of the console
     */
    record LoggedIn(GrantedAccess access, String returnTo) implements SingleSignOnOutcome {}

    /** Nobody is logged in; details are in the log and the audit trail. */
    record Refused(SingleSignOnRefusal reason) implements SingleSignOnOutcome {}
}
