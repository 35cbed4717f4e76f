package energy.optibid.market;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What plants make electricity of: ENTSO-E's list of asset types (psrType), without those of the grid. */
public enum ProductionType {
    BIOMASS("B01"),
    FOSSIL_BROWN_COAL("B02"),
    FOSSIL_COAL_DERIVED_GAS("B03"),
    FOSSIL_GAS("B04"),
    FOSSIL_HARD_COAL("B05"),
    FOSSIL_OIL("B06"),
    FOSSIL_OIL_SHALE("B07"),
    FOSSIL_PEAT("B08"),
    GEOTHERMAL("B09"),
    HYDRO_PUMPED_STORAGE("B10"),
    HYDRO_RUN_OF_RIVER("B11"),
    HYDRO_RESERVOIR("B12"),
    MARINE("B13"),
    NUCLEAR("B14"),
    OTHER_RENEWABLE("B15"),
    SOLAR("B16"),
    WASTE("B17"),
    WIND_OFFSHORE("B18"),
    WIND_ONSHORE("B19"),
    OTHER("B20"),
    ENERGY_STORAGE("B25");

    private final String psrType;

    ProductionType(String psrType) {
        this.psrType = psrType;
    }

    /** Lower case with hyphens, as the API and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** That of a code as {@link #code()} gives it. */
    public static Optional<ProductionType> of(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** That of a code of ENTSO-E's, for example B19. */
    public static Optional<ProductionType> ofPsrType(String psrType) {
        return Stream.of(values()).filter(type -> type.psrType.equals(psrType)).findFirst();
    }
}
