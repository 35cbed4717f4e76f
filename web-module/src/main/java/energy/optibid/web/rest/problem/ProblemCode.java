package energy.optibid.web.rest.problem;

import java.util.Locale;

/**
 * Every problem that the REST interface tells, with its status, its title and how to mend it. The code in the API is
 * the name in kebab-case and never changes its meaning. docs/reference/rest-errors.md is checked against this list.
 */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request is malformed", "Send well-formed HTTP/1.1 with a valid address and headers."),
    MALFORMED_JSON(
            400, "The body is not JSON", "Send one JSON object in UTF-8; see the line and column in the detail."),
    INVALID_BODY(400, "The body has wrong fields", "Correct the fields that errors names."),
    INVALID_PARAMETERS(400, "The query has wrong parameters", "Correct the parameters that errors names."),
    INVALID_HEADER(400, "A header is wrong", "Correct the header that the detail names."),
    NOT_AUTHENTICATED(
            401,
            "A bearer token is needed",
            "Log in and send Authorization: Bearer with a token that has not expired."),
    LOG_IN_REFUSED(401, "The log-in was refused", "Check address and password; the account may also be closed."),
    SESSION_ENDED(401, "The session has ended", "Log in again."),
    CHALLENGE_REFUSED(401, "The log-in has to begin anew", "Log in with address and password again."),
    API_KEY_REFUSED(
            401, "The API key was refused", "Check the key; it may have expired, been revoked or lost its user."),
    FORBIDDEN(403, "The role does not allow this", "Use an account whose roles allow the operation."),
    REGISTRATION_CLOSED(
            403,
            "Organisations do not register themselves here",
            "Ask an operator of the installation to add your organisation."),
    ROLE_NOT_GRANTABLE(
            403,
            "The role may not be given, taken or touched by you",
            "Only an operator changes who is an operator, or the status of an organisation."),
    CROSS_SITE_REFUSED(
            403,
            "The request does not come from our own pages",
            "Send the header X-OptiBid-Request, from a page of the same address."),
    NOT_FOUND(404, "There is nothing at this address", "Check the path against the OpenAPI document."),
    SESSION_NOT_FOUND(404, "There is no such session", "List your sessions; those that have ended are not there."),
    ASSET_NOT_FOUND(
            404, "There is no such asset", "List the assets of your organisation; another's are not there for you."),
    USER_NOT_FOUND(
            404, "There is no such user", "List the users of your organisation; another's are not there for you."),
    ORGANISATION_NOT_FOUND(404, "There is no such organisation", "Take your own, or as an operator list all of them."),
    SITE_NOT_FOUND(
            404, "There is no such site", "List the sites of your organisation; another's are not there for you."),
    BID_RUN_NOT_FOUND(
            404,
            "There is no such bid run",
            "List the bid runs of your organisation; another's are not there for you."),
    MODEL_RUN_NOT_FOUND(
            404,
            "There is no such model run",
            "List the model runs of your organisation; another's are not there for you."),
    ARTEFACT_NOT_FOUND(404, "The model run has no such artefact", "Read the run; it lists its artefacts."),
    MODEL_NOT_FOUND(
            404,
            "There is no such model or version",
            "List the models of your organisation; another's are not there for you."),
    API_KEY_NOT_FOUND(404, "There is no such API key", "List the API keys; another's are not there for you."),
    PRODUCT_NOT_FOUND(404, "There is no such product", "List the products."),
    RULE_SET_NOT_FOUND(
            404,
            "The product has no such rule set",
            "List the product's rule sets; a rule set is named by its first day."),
    ALERT_NOT_FOUND(404, "No such alert stands", "List the alerts of your organisation that stand."),
    FILE_NOT_FOUND(404, "There is no such file", "List the files of market data."),
    IMPORT_NOT_FOUND(404, "There is no such import", "Take the id from the answer of the import."),
    LOGGER_NOT_FOUND(404, "There is no such logger", "List the loggers whose level can be set."),
    NO_PRICES(404, "No price is stored", "Import prices of the product and zone first."),
    SIMULATION_UNAVAILABLE(404, "Simulated data exists in development only", "Import real prices."),
    IDENTITY_PROVIDER_NOT_FOUND(
            404,
            "The organisation has no identity provider",
            "Set one up; another organisation's is not there for you."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "Use a method that the Allow header names."),
    NOT_ACCEPTABLE(406, "The answer is not available in this form", "Accept a media type that the operation produces."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            409,
            "The first request with this key is still running",
            "Wait for it, then repeat the request with the same key."),
    BID_RUN_FINISHED(409, "The bid run has ended", "Nothing is to be cancelled; start another run."),
    MODEL_RUN_ENDED(409, "The model run has ended", "Nothing is added to it any more; start another run."),
    MODEL_RUN_NOT_REGISTRABLE(
            409, "The model run cannot be registered", "Register a finished run, once; the detail says what it is."),
    CLICKHOUSE_NEEDED(
            409,
            "ClickHouse is off or does not answer",
            "Switch it on, or wait until it is back; the state of the services says why it does not answer."),
    LAST_ADMINISTRATOR(
            409, "The organisation needs an active administrator", "Make another user an administrator first."),
    NOT_INVITED(
            409,
            "The user has no open invitation",
            "The user logs in, or resets the password, or is to be reactivated."),
    OWN_ORGANISATION(
            409, "Your own organisation and the platform stay", "Have an operator of another organisation do it."),
    SECOND_FACTOR_ENROLLED(
            409, "There is a second factor already", "Switch it off first, or have an administrator reset it."),
    SECOND_FACTOR_MISSING(409, "There is no second factor", "Enrol one first."),
    SECOND_FACTOR_NEEDED(
            409,
            "The organisation asks for a second factor",
            "Have an administrator change the organisation's policy."),
    SECOND_FACTOR_WITHOUT_PASSWORD(
            409,
            "A second factor goes with a password",
            "Log in at your organisation's identity provider; it asks for a second factor of its own."),
    ASSET_IN_USE(
            409,
            "Bid runs work with the asset",
            "Wait until the bid runs that errors names have ended, or cancel them."),
    RULES_IN_FORCE(
            409,
            "The gate has closed under other rules",
            "Let the rules change on a delivery day whose gate is still to close."),
    RULE_SETS_OVERLAP(409, "Two rule sets would be in force on one day", "Choose days that the detail leaves free."),
    SITE_IN_USE(409, "Assets stand on the site", "Move or delete the assets that errors names first."),
    IDENTITY_PROVIDER_NEEDED(
            409,
            "Without its identity provider nobody could log in",
            "Let the organisation's policy allow passwords first."),
    PRECONDITION_FAILED(412, "Someone changed it meanwhile", "Read it again and repeat the change with its new ETag."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "Send at most 1 MiB of JSON, 16 MiB as an artefact; market data are streamed as CSV."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body's media type is not understood", "Send a Content-Type that the operation consumes."),
    PASSWORD_REFUSED(
            422, "The password breaks the rules", "Choose another; errors tells everything that is wrong with this."),
    ASSET_REFUSED(422, "The asset breaks rules", "Correct the fields that errors names."),
    MODEL_REFUSED(
            422, "What was told of a model breaks rules", "Correct the fields that errors names; nothing was stored."),
    ACCOUNT_REFUSED(422, "The account breaks rules", "Correct the fields that errors names."),
    LINK_REFUSED(
            422,
            "The link is not valid any more",
            "Ask for a new one; a link works once, for a limited time, and the last one only."),
    WRONG_PASSWORD(422, "The current password is another", "Give the current password of your account."),
    SITE_REFUSED(422, "The site breaks rules", "Correct the fields that errors names."),
    BATTERY_NEEDED(422, "The asset is no battery", "Choose a battery; list the assets with kind=battery."),
    IDENTITY_PROVIDER_REFUSED(
            422, "The identity provider is not usable", "Correct what errors names; nothing was stored."),
    SINGLE_SIGN_ON_UNKNOWN(
            422,
            "There is no single sign-on for this",
            "Log in with a password, or ask your administrator which address to use."),
    IMPORT_REFUSED(422, "The file has errors and nothing was stored", "Correct the lines that errors names."),
    UNKNOWN_PRODUCT(422, "There is no such product", "List the products."),
    UNKNOWN_ZONE(422, "There is no such zone", "List the zones."),
    PRODUCT_NOT_TRADED(
            422, "The product is not traded in the zone", "Choose a zone of the product; list the products."),
    RULES_REFUSED(422, "The rules contradict themselves or cannot be read", "Correct the fields that errors names."),
    ALERT_REFUSED(422, "The alert cannot be raised", "Correct the field that errors names."),
    NO_RULES(422, "The product has no rules for the day", "Choose a delivery day within the product's rules."),
    TOO_MANY_POINTS(422, "The range is too long", "Ask for a shorter range, several times."),
    AS_OF_IN_FUTURE(422, "The run would use what is not known yet", "Give an asOf that is not later than now."),
    SOLD_IN_SESSIONS(
            422,
            "The product has no auction of a whole day",
            "Choose a product whose wholeDay is true; list the products."),
    GATE_CLOSED(
            422,
            "The gate is closed",
            "Give an asOf before the gate closure that the detail names, or a later delivery day."),
    NOT_ENOUGH_HISTORY(
            422, "Too little was known to forecast from", "Import earlier prices, or choose a later delivery day."),
    UNKNOWN_FORECASTER(422, "There is no such forecaster", "Choose one of those that the detail names."),
    STATE_OF_CHARGE_OUT_OF_RANGE(
            422, "The battery cannot have that state of charge", "Give a value between 0 and the usable capacity."),
    END_STATE_CONTRADICTED(422, "The end of the day is given twice", "Give endMwh, or endFree, or neither."),
    CODE_REFUSED(422, "The code was refused", "Wait for the next code of the authenticator, or use a recovery code."),
    API_KEY_INVALID(422, "The API key breaks rules", "Correct the fields that errors names."),
    IDEMPOTENCY_KEY_REUSED(
            422, "The key was used with another request", "Use a new Idempotency-Key for a new request."),
    PRECONDITION_REQUIRED(
            428, "The version that you have seen is needed", "Read it, and send its ETag as the header If-Match."),
    LOG_IN_THROTTLED(
            429,
            "Too many wrong log-ins",
            "Wait for the seconds of the Retry-After header; a browser that you used before is not slowed down."),
    UPGRADE_REQUIRED(
            426,
            "Here are WebSockets alone",
            "Connect with a WebSocket client; if you did, something on the way, as a proxy, lets none through."),
    RATE_LIMITED(429, "Too many requests", "Repeat after the seconds of the Retry-After header."),
    INTERNAL_ERROR(500, "Something unexpected failed", "Repeat later; give the requestId to whoever runs OptiBid."),
    LOG_INS_BUSY(503, "Too many log-ins at this moment", "Repeat after the seconds of the Retry-After header."),
    SINGLE_SIGN_ON_UNAVAILABLE(
            503,
            "The identity provider does not answer",
            "Repeat after the seconds of the Retry-After header; tell your administrator if it goes on."),
    UNAVAILABLE(503, "A service that is needed does not answer", "Repeat after the seconds of the Retry-After header.");

    private final int status;
    private final String title;
    private final String mend;

    ProblemCode(int status, String title, String mend) {
        this.status = status;
        this.title = title;
        this.mend = mend;
    }

    /** The stable code in the API, for example {@code asset-not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    /** What it means, in a few words without a full stop. */
    public String title() {
        return title;
    }

    /** What the caller can do, in one sentence. */
    public String mend() {
        return mend;
    }
}
