package energy.optibid.platform;

import java.util.Locale;

/** How a service is doing. Calls go to it while it is {@link #AVAILABLE} and to the alternative at all other times. */
public enum ServiceState {
    /** Not switched on; nothing of it was constructed. */
    OFF,
    /** The first attempt has not ended yet. */
    CONNECTING,
    /** It answers. */
    AVAILABLE,
    /** It has not answered since the start; tried again in the background. */
    UNAVAILABLE,
    /** It answered once and does not now; tried again in the background. */
    DEGRADED;

    /** Lower-case, as the log and the health document write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
