package energy.optibid.platform;

/** A setting has a value that OptiBid does not understand; its message is one line with key, value and what is allowed. */
public class InvalidSettingException extends RuntimeException {
    private final String key;

    /**
     * @param key the setting
     * @param value what was given, already masked where it is a secret
     * @param allowed what may be given
     */
    public InvalidSettingException(String key, String value, String allowed) {
        super(message(key, value, allowed));
        this.key = key;
    }

    public InvalidSettingException(String key, String value, String allowed, Throwable cause) {
        super(message(key, value, allowed), cause);
        this.key = key;
    }

    public String key() {
        return key;
    }

    private static String message(String key, String value, String allowed) {
        return "%s is \"%s\"; allowed: %s".formatted(key, value, allowed);
    }
}
