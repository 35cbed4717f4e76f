package energy.optibid.platform;

import java.util.Locale;

/**
 * Where OptiBid runs, from the setting {@code ENVIRONMENT}. Production unless set; what is unsafe (migration at the
 * start, demo users, the simulator) exists in development only. Injectable as a CDI bean.
 */
public enum Environment {
    DEVELOPMENT,
    PRODUCTION;

    static final String KEY = "ENVIRONMENT";

    /**
     * Reads the setting's value.
     *
     * @throws InvalidSettingException for anything but {@code development} and {@code production}
     */
    public static Environment of(String value) {
        return switch (value.trim().toLowerCase(Locale.ROOT)) {
            case "development" -> DEVELOPMENT;
            case "production" -> PRODUCTION;
            default -> throw new InvalidSettingException(KEY, value, "development, production");
        };
    }

    public boolean isDevelopment() {
        return this == DEVELOPMENT;
    }
}
