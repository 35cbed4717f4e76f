package energy.optibid.identity;

/**
 * A key that was just made.
 *
 * @param secret the whole key, shown now and never again
 */
public record CreatedApiKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "CreatedApiKey[" + key.publicId() + "]";
    }
}
