package energy.optibid.market.internal.files;

import energy.optibid.market.PriceFileKind;
import java.util.Optional;

/** What files of a kind call a zone. */
public final class ZoneNames {
    private ZoneNames() {}

    /**
     * The name in such files; absent where they do not have the zone.
     *
     * @param areaCode energy identification code of the zone, where it has one
     */
    public static Optional<String> of(PriceFileKind kind, String zoneCode, Optional<String> areaCode) {
        return switch (kind) {
            case ENTSOE_DAY_AHEAD_PRICES -> areaCode;
            case ERCOT_SETTLEMENT_POINT_PRICES -> ErcotPrices.place(zoneCode);
            case IEX_PRICES -> IexPrices.place(zoneCode);
            case CAISO_LOCATIONAL_PRICES -> CaisoPrices.place(zoneCode);
            case GME_DAY_AHEAD_PRICES -> GmePrices.place(zoneCode);
        };
    }
}
