package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** Only a battery can be bid for so far. */
@ApplicationException(rollback = true)
public class BatteryNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID assetId;

    public BatteryNeededException(UUID assetId, AssetKind kind) {
        super("Bids are made for batteries only; the asset is of kind " + kind.code());
        this.assetId = assetId;
    }

    public UUID assetId() {
        return assetId;
    }
}
