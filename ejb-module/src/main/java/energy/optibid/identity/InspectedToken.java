package energy.optibid.identity;

/** What came out of looking at an access token. */
public sealed interface InspectedToken {

    /** It is one of ours, and now. */
    record Accepted(VerifiedToken token) implements InspectedToken {}

    record Refused(TokenRefusal reason) implements InspectedToken {}
}
