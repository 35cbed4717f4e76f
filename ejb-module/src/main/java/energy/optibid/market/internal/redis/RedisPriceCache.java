package energy.optibid.market.internal.redis;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import energy.optibid.platform.Settings;
import energy.optibid.quantity.DeliveryPeriod;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/**
 * Remembers latest prices in Redis, for all nodes. One hash for each product and zone: {@code order}, which sorts as
 * text in the way prices supersede each other, and {@code value}. A script compares and stores in one step, so that
 * nodes may put in any order. Failures of Redis come through as Jedis' exceptions.
 */
@Dependent
@Typed(RedisPriceCache.class) // only the producer offers a PriceCache
public final class RedisPriceCache implements PriceCache {
    private static final String PUT = """
            local present = redis.call('HGET', KEYS[1], 'order')
            if present and present > ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], 'order', ARGV[1], 'value', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """;

    /** Zones that nobody writes any more disappear. */
    private static final String LIVES_MILLIS =
            String.valueOf(Duration.ofDays(30).toMillis());

    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;

    private final Supplier<UnifiedJedis> jedis;
    private final String prefix;

    @Inject
    public RedisPriceCache(Supplier<UnifiedJedis> jedis, Settings settings) {
        this(jedis, settings.text("optibid.redis.prefix").orElse("optibid"));
    }

    public RedisPriceCache(Supplier<UnifiedJedis> jedis, String prefix) {
        this.jedis = jedis;
        this.prefix = prefix;
    }

    @Override
    public void put(LatestPrice price) {
        jedis.get()
                .eval(
                        PUT,
                        List.of(key(price.productCode(), price.zoneCode())),
                        List.of(order(price), value(price), LIVES_MILLIS));
    }

    @Override
    public Optional<LatestPrice> latest(String productCode, String zoneCode) {
        return Optional.ofNullable(jedis.get().hget(key(productCode, zoneCode), "value"))
                .flatMap(value -> parse(productCode, zoneCode, value));
    }

    private String key(String productCode, String zoneCode) {
        return prefix + ":latest-price:" + productCode + ":" + zoneCode;
    }

    private static String order(LatestPrice price) {
        return sortable(price.period().start())
                + sortable(price.period().end())
                + sortable(price.knownAt())
                + "%010d".formatted(price.revision());
    }

    /** Fixed width, so that text sorts as time does; years 1970 to 33658. */
    private static String sortable(Instant instant) {
        return "%012d%09d".formatted(instant.getEpochSecond(), instant.getNano());
    }

    private static String value(LatestPrice price) {
        return String.join(
                SEPARATOR,
                price.period().start().toString(),
                price.period().end().toString(),
                price.knownAt().toString(),
                String.valueOf(price.revision()),
                price.price().toString(),
                String.valueOf(price.simulated()));
    }

    /** Absent for what another release wrote: the cache may forget. */
    private static Optional<LatestPrice> parse(String productCode, String zoneCode, String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        return Optional.of(new LatestPrice(
                productCode,
                zoneCode,
                new DeliveryPeriod(Instant.parse(parts[0]), Instant.parse(parts[1])),
                new BigDecimal(parts[4]),
                Instant.parse(parts[2]),
                Integer.parseInt(parts[3]),
                Boolean.parseBoolean(parts[5])));
    }
}
