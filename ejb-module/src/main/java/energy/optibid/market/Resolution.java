package energy.optibid.market;

/** What prices are read by, whatever they are stored by. Hours, days and months are those of the market's time zone. */
public enum Resolution {
    QUARTER_HOUR,
    HOUR,
    DAY,
    MONTH
}
