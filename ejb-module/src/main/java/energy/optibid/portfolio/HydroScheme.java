package energy.optibid.portfolio;

/** What a hydropower plant can store and whether it pumps. */
public enum HydroScheme {
    /** Generates from what flows in. */
    RUN_OF_RIVER,
    /** Stores what flows in. */
    RESERVOIR,
    /** Stores, and pumps water back up. */
    PUMPED;

    public boolean hasReservoir() {
        return this != RUN_OF_RIVER;
    }

    public boolean hasPump() {
        return this == PUMPED;
    }
}
