package energy.optibid.market;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files with prices of many zones, as operators publish them. The codes are stable: they are part of the API. */
public enum PriceFileKind {
    /** "Day-ahead prices" (12.1.D) of the ENTSO-E Transparency Platform, in bulk. */
    ENTSOE_DAY_AHEAD_PRICES("SDAC", true),
    /** ERCOT's report NP4-190-CD, prices of settlement points; by its published description, no file was seen. */
    ERCOT_SETTLEMENT_POINT_PRICES("ERCOT_DAM", false),
    /** Prices of the Indian exchange by quarter-hour, of the whole or by area; by descriptions of others, no file was seen. */
    IEX_PRICES("IEX_DAM", false),
    /** CAISO's report PRC_LMP of OASIS; by its published description, no file was seen. */
    CAISO_LOCATIONAL_PRICES("CAISO_DA", false),
    /** Zonal prices of the Italian day-ahead market (MGP Prezzi) of GME; by descriptions of others, no file was seen. */
    GME_DAY_AHEAD_PRICES("SDAC", false);

    private final String productCode;
    private final boolean verified;

    PriceFileKind(String productCode, boolean verified) {
        this.productCode = productCode;
        this.verified = verified;
    }

    /** The kind of that code. */
    public static Optional<PriceFileKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The code in the API, for example {@code ercot-settlement-point-prices}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Code of the product whose prices such a file has, unless another one is named. */
    public String productCode() {
        return productCode;
    }

    /** Whether the adapter was tried on a file of the operator's. */
    public boolean isVerified() {
        return verified;
    }
}
