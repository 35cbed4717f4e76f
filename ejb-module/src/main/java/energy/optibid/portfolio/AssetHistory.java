package energy.optibid.portfolio;

import java.util.List;
import java.util.UUID;

/** What another feature has of an asset. A CDI bean of that feature, asked before an asset is deleted. */
public interface AssetHistory {

    /** Whether anything is kept that names the asset: then it stays, marked as deleted. */
    boolean holds(UUID organisationId, UUID assetId);

    /** The bid runs of the asset that have not ended: while there is one, it cannot be deleted. */
    List<UUID> openRuns(UUID organisationId, UUID assetId);
}
