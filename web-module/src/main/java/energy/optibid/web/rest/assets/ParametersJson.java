package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.Hydro;
import energy.optibid.portfolio.Load;
import energy.optibid.portfolio.Pv;
import energy.optibid.portfolio.Thermal;
import energy.optibid.portfolio.Wind;
import java.util.Optional;

/** The objects of parameters in an asset's JSON, of which there is one. */
record ParametersJson(
        Optional<BatteryJson> battery,
        Optional<PvJson> pv,
        Optional<WindJson> wind,
        Optional<ThermalJson> thermal,
        Optional<HydroJson> hydro,
        Optional<LoadJson> load) {

    static ParametersJson of(AssetParameters parameters) {
        return new ParametersJson(
                as(Battery.class, parameters).map(BatteryJson::of),
                as(Pv.class, parameters).map(PvJson::of),
                as(Wind.class, parameters).map(WindJson::of),
                as(Thermal.class, parameters).map(ThermalJson::of),
                as(Hydro.class, parameters).map(HydroJson::of),
                as(Load.class, parameters).map(LoadJson::of));
    }

    /** The parameters that stand under a kind's name. */
    Optional<AssetParameters> of(AssetKind kind) {
        return switch (kind) {
            case BATTERY -> battery.map(BatteryJson::battery);
            case PV -> pv.map(PvJson::pv);
            case WIND -> wind.map(WindJson::wind);
            case THERMAL -> thermal.map(ThermalJson::thermal);
            case HYDRO -> hydro.map(HydroJson::hydro);
            case LOAD -> load.map(LoadJson::load);
        };
    }

    private static <T> Optional<T> as(Class<T> type, AssetParameters parameters) {
        return type.isInstance(parameters) ? Optional.of(type.cast(parameters)) : Optional.empty();
    }
}
