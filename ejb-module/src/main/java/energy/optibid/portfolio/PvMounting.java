package energy.optibid.portfolio;

/** How photovoltaic modules are mounted. */
public enum PvMounting {
    /** They do not move. */
    FIXED,
    /** They follow the sun around one axis. */
    SINGLE_AXIS,
    /** They face the sun. */
    DUAL_AXIS
}
