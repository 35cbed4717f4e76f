package energy.optibid.web.rest.apikeys;

/** A key to be exchanged for a token. */
public record TokenRequestJson(String apiKey) {
    @Override
    public String toString() {
        return "TokenRequestJson";
    }
}
