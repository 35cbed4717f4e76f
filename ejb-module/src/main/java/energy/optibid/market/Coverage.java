package energy.optibid.market;

import java.time.LocalDate;

/**
 * The delivery days of a product and zone for which prices are stored.
 *
 * @param firstDeliveryDate day of the first price, in the time zone of the product's rules
 * @param lastDeliveryDate day of the last price, likewise; days between may lack prices
 * @param simulated whether any of them was made by the simulator
 */
public record Coverage(LocalDate firstDeliveryDate, LocalDate lastDeliveryDate, boolean simulated) {}
