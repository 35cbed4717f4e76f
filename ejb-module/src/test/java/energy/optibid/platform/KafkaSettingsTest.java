package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "optibid.kafka.servers", "a.example:9092,b.example:9093",
            "optibid.kafka.prefix", "desk",
            "optibid.kafka.partitions", "3",
            "optibid.kafka.connect-timeout", "PT5S",
            "optibid.kafka.timeout", "PT2S",
            "optibid.kafka.security-protocol", "SASL_SSL",
            "optibid.kafka.sasl.mechanism", "SCRAM-SHA-512",
            "optibid.kafka.sasl.user", "desk",
            "optibid.kafka.sasl.password", "se\"cret\\"));

    @Test
    void clientShouldLogInWithTheSettings() {
        values.put("optibid.kafka.tls.authorities", "/etc/optibid/ca.pem");

        Map<String, Object> client = read().client();

        assertThat(client)
                .containsEntry("bootstrap.servers", "a.example:9092,b.example:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/etc/optibid/ca.pem")
                .containsEntry("request.timeout.ms", 2_000)
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"desk\""
                                + " password=\"se\\\"cret\\\\\";");
        assertThat(read().topic("bids")).isEqualTo("desk.bids");
    }

    @Test
    void secretsShouldNotBeShown() {
        assertThat(read().masked()).isEqualTo("sasl_ssl://a.example:9092,b.example:9093");
        assertThat(read().toString()).doesNotContain("cret");
    }

    @Test
    void wrongSettingShouldBeNamed() {
        refuses("optibid.kafka.servers", "a.example");
        refuses("optibid.kafka.prefix", "a b");
        refuses("optibid.kafka.partitions", "0");
        refuses("optibid.kafka.security-protocol", "TLS");
        refuses("optibid.kafka.sasl.mechanism", "GSSAPI");
        refuses("optibid.kafka.sasl.password", "");
    }

    private void refuses(String key, String value) {
        String before = values.put(key, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key);
        values.put(key, String.valueOf(before));
    }

    private KafkaSettings read() {
        return KafkaSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}
