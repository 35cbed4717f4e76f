package energy.optibid.portfolio;

/**
 * What an asset can do, by its kind. Powers are at the grid connection, in MW and never negative; costs are in the
 * currency of the zone. The page docs/reference/assets.md explains each number and where its definition comes from.
 */
public sealed interface AssetParameters permits Battery, Pv, Wind, Thermal, Hydro, Load {

    /** The kind that has these parameters. */
    AssetKind kind();
}
