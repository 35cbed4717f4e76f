package energy.optibid.platform.internal.redis;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is and how long it may take.
 *
 * @param uri of the one Redis; with sentinels or a cluster only its scheme, user, password and database count
 * @param sentinels absent where none watch over it
 * @param clusterNodes some nodes of a cluster, from which the others are learnt; empty where it is none
 * @param connectTimeout of the first attempt
 * @param timeout of connecting, reading and writing in any later one
 */
public record RedisSettings(
        URI uri,
        Optional<Sentinels> sentinels,
        List<HostAndPort> clusterNodes,
        Duration connectTimeout,
        Duration timeout) {

    private static final String URI_KEY = "optibid.redis.uri";
    private static final String SENTINELS_KEY = "optibid.redis.sentinels";
    private static final String CLUSTER_KEY = "optibid.redis.cluster";
    private static final String ALLOWED = "redis://[[user]:password@]host[:port][/database], or rediss:// for TLS";
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** How an installation of Redis is made up. */
    enum Topology {
        SINGLE,
        SENTINELS,
        CLUSTER
    }

    /**
     * Who knows where the master is.
     *
     * @param master the name under which they watch it
     * @param password of the sentinels themselves
     */
    public record Sentinels(List<HostAndPort> addresses, String master, Optional<String> password) {
        @Override
        public String toString() {
            return "sentinels " + join(addresses) + ", master " + master;
        }
    }

    /** @throws InvalidSettingException for an address or a length of time that is not understood */
    public static RedisSettings of(Settings settings) {
        List<HostAndPort> sentinels = addresses(settings, SENTINELS_KEY);
        List<HostAndPort> cluster = addresses(settings, CLUSTER_KEY);
        if (!sentinels.isEmpty() && !cluster.isEmpty()) {
            throw new InvalidSettingException(
                    CLUSTER_KEY, join(cluster), "nothing, where " + SENTINELS_KEY + " is set too");
        }
        URI uri = uri(settings.text(URI_KEY).orElse(""));
        if (!cluster.isEmpty() && JedisURIHelper.getDBIndex(uri) != 0) {
            throw new InvalidSettingException(URI_KEY, masked(uri.toString()), "no database but 0 with " + CLUSTER_KEY);
        }
        return new RedisSettings(
                uri,
                sentinels.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Sentinels(
                                sentinels,
                                settings.text("optibid.redis.sentinel-master").orElse("mymaster"),
                                settings.text("optibid.redis.sentinel-password"))),
                cluster,
                settings.duration("optibid.redis.connect-timeout"),
                settings.duration("optibid.redis.timeout"));
    }

    Topology topology() {
        if (sentinels.isPresent()) {
            return Topology.SENTINELS;
        }
        return clusterNodes.isEmpty() ? Topology.SINGLE : Topology.CLUSTER;
    }

    /** Of the one Redis. */
    HostAndPort address() {
        return JedisURIHelper.getHostAndPort(uri);
    }

    /** Where it is, without user and password. */
    public String masked() {
        return switch (topology()) {
            case SINGLE -> masked(uri.toString());
            case SENTINELS -> sentinels.orElseThrow().toString();
            case CLUSTER -> "cluster " + join(clusterNodes);
        };
    }

    private static List<HostAndPort> addresses(Settings settings, String key) {
        String value = settings.text(key).orElse("");
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> {
                    if (!address.matches("[^:/@\\s]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+]:[0-9]{1,5}")) {
                        throw new InvalidSettingException(
                                key, masked("//" + value).substring(2), "host:port, with commas between");
                    }
                    return HostAndPort.from(address);
                })
                .toList();
    }

    private static String join(List<HostAndPort> addresses) {
        return addresses.stream().map(HostAndPort::toString).collect(Collectors.joining(","));
    }

    private static URI uri(String value) {
        try {
            URI uri = new URI(value);
            String path = uri.getPath() == null ? "" : uri.getPath();
            if (uri.getScheme() == null
                    || !SCHEMES.contains(uri.getScheme())
                    || uri.getHost() == null
                    || !path.matches("(/[0-9]{0,4})?")) {
                throw new InvalidSettingException(URI_KEY, masked(value), ALLOWED);
            }
            return uri.getPort() < 0 ? withDefaultPort(uri) : uri;
        } catch (URISyntaxException e) {
            // Without the cause, whose message repeats the password.
            throw new InvalidSettingException(URI_KEY, masked(value), ALLOWED);
        }
    }

    private static URI withDefaultPort(URI uri) throws URISyntaxException {
        return new URI(uri.getScheme(), uri.getUserInfo(), uri.getHost(), 6379, uri.getPath(), uri.getQuery(), null);
    }

    private static String masked(String address) {
        return address.replaceAll("//.*@", "//****@");
    }
}
