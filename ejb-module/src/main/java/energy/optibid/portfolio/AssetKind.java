package energy.optibid.portfolio;

import java.util.Locale;

/** What an asset is. */
public enum AssetKind {
    BATTERY(Battery.class),
    PV(Pv.class),
    WIND(Wind.class),
    THERMAL(Thermal.class),
    HYDRO(Hydro.class),
    LOAD(Load.class);

    private final Class<? extends AssetParameters> parameters;

    AssetKind(Class<? extends AssetParameters> parameters) {
        this.parameters = parameters;
    }

    /** The name in the API and the database, for example {@code battery}; also of the object of its parameters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The record of its parameters. */
    public Class<? extends AssetParameters> parameters() {
        return parameters;
    }
}
