package energy.optibid.portfolio;

import java.util.Locale;

/** What an asset is. */
public enum AssetKind {
    BATTERY;

    /** The name in the API and the database, for example {@code battery}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
