package energy.optibid.platform;

/** Whether an optional service is to be used, by its flag; what producers decide on. */
public enum Switch {
    OFF,
    ON
}
