package energy.optibid.market;

/**
 * A day on which many people do not work, so that less electricity is used. Auctions are held all the same.
 *
 * @param area ISO 3166 code of the country or its part; {@code NERC} for the days that the North American markets count as
 *     off-peak whatever their weekday
 * @param name in English
 */
public record Holiday(String area, String name) {}
