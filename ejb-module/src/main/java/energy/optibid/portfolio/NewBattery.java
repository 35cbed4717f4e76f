package energy.optibid.portfolio;

/** A battery to be added: what the user says of it, not checked yet. */
public record NewBattery(String name, String zoneCode, Battery battery) {}
