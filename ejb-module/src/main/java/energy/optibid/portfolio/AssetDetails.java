package energy.optibid.portfolio;

import java.util.Optional;
import java.util.UUID;

/** What a user says of an asset, when it is added and when it is changed; not checked yet. */
public record AssetDetails(String name, Optional<UUID> siteId, String zoneCode, AssetParameters parameters) {

    /** Of an asset that stands on no site. */
    public AssetDetails(String name, String zoneCode, AssetParameters parameters) {
        this(name, Optional.empty(), zoneCode, parameters);
    }
}
