package energy.optibid.web.rest.auth;

/** What is needed to switch the second factor off. */
public record DisablingJson(String password, String code) {
    @Override
    public String toString() {
        return "DisablingJson";
    }
}
