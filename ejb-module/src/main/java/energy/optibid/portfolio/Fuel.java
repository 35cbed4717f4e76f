package energy.optibid.portfolio;

/** What a thermal unit burns, by the fuel types of ENTSO-E's production types where they have one. */
public enum Fuel {
    NATURAL_GAS,
    HARD_COAL,
    LIGNITE,
    OIL,
    BIOMASS,
    BIOGAS,
    WASTE,
    NUCLEAR,
    HYDROGEN,
    OTHER
}
