package energy.optibid.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Kafka is, how it is spoken to, and how long it may take.
 *
 * @param servers {@code host:port}, with commas between
 * @param prefix what the names of all topics begin with
 * @param partitions of a topic that is made because it is missing
 * @param connectTimeout of the first attempt
 * @param timeout of any later one
 * @param security what Kafka's clients are told of encryption and log-in; holds secrets
 */
public record KafkaSettings(
        String servers,
        String prefix,
        int partitions,
        Duration connectTimeout,
        Duration timeout,
        Map<String, String> security) {
    private static final String SERVERS_KEY = "optibid.kafka.servers";
    private static final String PREFIX_KEY = "optibid.kafka.prefix";
    private static final String PROTOCOL_KEY = "optibid.kafka.security-protocol";
    private static final String MECHANISM_KEY = "optibid.kafka.sasl.mechanism";
    private static final String PROTOCOL = "security.protocol";
    private static final Pattern SERVERS = Pattern.compile("[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*");
    private static final Pattern PREFIX_PATTERN = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final Set<String> PROTOCOLS = Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
    private static final Map<String, String> LOGIN_MODULES = Map.of(
            "PLAIN", "plain.PlainLoginModule",
            "SCRAM-SHA-256", "scram.ScramLoginModule",
            "SCRAM-SHA-512", "scram.ScramLoginModule");

    public KafkaSettings {
        security = Map.copyOf(security);
    }

    /** @throws InvalidSettingException for the first setting that is not understood, or missing */
    public static KafkaSettings of(Settings settings) {
        return new KafkaSettings(
                matching(settings, SERVERS_KEY, SERVERS, "host:port, with commas between"),
                matching(settings, PREFIX_KEY, PREFIX_PATTERN, "letters, digits, points, hyphens and underscores"),
                settings.number("optibid.kafka.partitions", 1, 1_000),
                settings.duration("optibid.kafka.connect-timeout"),
                settings.duration("optibid.kafka.timeout"),
                security(settings));
    }

    /** The name of a topic of this installation. */
    public String topic(String name) {
        return prefix + "." + name;
    }

    /** What every client of Kafka is told: where it is, how to log in, and never to take longer than the time-out. */
    public Map<String, Object> client() {
        int millis = Math.toIntExact(timeout.toMillis());
        Map<String, Object> properties = new HashMap<>(security);
        properties.put("bootstrap.servers", servers);
        properties.put("client.id", "optibid");
        properties.put("request.timeout.ms", millis);
        properties.put("default.api.timeout.ms", millis);
        properties.put("socket.connection.setup.timeout.ms", (long) millis);
        properties.put("reconnect.backoff.ms", 250L);
        properties.put("reconnect.backoff.max.ms", 1_000L);
        properties.put("enable.metrics.push", false);
        properties.put("metric.reporters", "");
        return properties;
    }

    /** Protocol and addresses, without secrets. */
    public String masked() {
        return security.getOrDefault(PROTOCOL, "").toLowerCase(Locale.ROOT) + "://" + servers;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "KafkaSettings[" + masked() + ", prefix=" + prefix + "]";
    }

    private static Map<String, String> security(Settings settings) {
        Map<String, String> security = new HashMap<>();
        String protocol = settings.text(PROTOCOL_KEY).orElse("");
        if (!PROTOCOLS.contains(protocol)) {
            throw new InvalidSettingException(PROTOCOL_KEY, protocol, "PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL");
        }
        security.put(PROTOCOL, protocol);
        if (protocol.startsWith("SASL")) {
            String mechanism = settings.text(MECHANISM_KEY).orElse("");
            security.put("sasl.mechanism", mechanism);
            security.put("sasl.jaas.config", logIn(settings, mechanism));
        }
        settings.text("optibid.kafka.tls.authorities").ifPresent(file -> {
            security.put("ssl.truststore.type", "PEM");
            security.put("ssl.truststore.location", file);
        });
        settings.text("optibid.kafka.tls.key").ifPresent(file -> {
            security.put("ssl.keystore.type", "PEM");
            security.put("ssl.keystore.location", file);
        });
        return security;
    }

    private static String logIn(Settings settings, String mechanism) {
        String module = LOGIN_MODULES.get(mechanism);
        if (module == null) {
            throw new InvalidSettingException(MECHANISM_KEY, mechanism, "PLAIN, SCRAM-SHA-256, SCRAM-SHA-512");
        }
        return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                .formatted(
                        module,
                        quoted(settings, "optibid.kafka.sasl.user"),
                        quoted(settings, "optibid.kafka.sasl.password"));
    }

    private static String quoted(Settings settings, String key) {
        return settings.text(key)
                .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                .orElseThrow(() -> new InvalidSettingException(
                        key, "", "a text that is not empty, because " + PROTOCOL_KEY + " begins with SASL"));
    }

    private static String matching(Settings settings, String key, Pattern pattern, String allowed) {
        String value = settings.text(key).orElse("");
        if (!pattern.matcher(value).matches()) {
            throw new InvalidSettingException(key, value, allowed);
        }
        return value;
    }
}
