package energy.optibid.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stands for the Transparency Platform: it has the prices of one zone for whatever days it is asked for. */
final class EntsoePlatform {
    static final String ZONE = "CZ";
    private static final String AREA = "10YCZ-CEPS-----N";
    private static final String TOKEN = "0123abcd-of-the-test";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
    private static final Pattern PERIOD = Pattern.compile("period(Start|End)=(\\d{12})");

    private static final String NO_DATA = """
            <Acknowledgement_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:7:0">
            <Reason><code>999</code><text>No matching data found for this data item</text></Reason>
            </Acknowledgement_MarketDocument>
            """;

    private static final String PRICES = """
            <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">
            <mRID>1</mRID><type>A44</type><createdDateTime>%s</createdDateTime>
            <TimeSeries><mRID>1</mRID>
            <in_Domain.mRID codingScheme="A01">%s</in_Domain.mRID>
            <out_Domain.mRID codingScheme="A01">%s</out_Domain.mRID>
            <contract_MarketAgreement.type>A01</contract_MarketAgreement.type>
            <currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>
            <curveType>A01</curveType>
            <Period><timeInterval><start>%s</start><end>%s</end></timeInterval><resolution>PT15M</resolution>
            %s</Period></TimeSeries></Publication_MarketDocument>
            """;

    private final HttpServer server;
    private volatile boolean busy;

    private EntsoePlatform(HttpServer server) {
        this.server = server;
    }

    /** Runs as long as this JVM. */
    static EntsoePlatform start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        EntsoePlatform platform = new EntsoePlatform(server);
        server.createContext("/api", platform::answer);
        server.start();
        return platform;
    }

    /** Has it asked for prices of {@link #ZONE}, often. */
    Map<String, String> environment() {
        return Map.of(
                "ENABLE_ENTSOE", "true",
                "OPTIBID_ENTSOE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/api",
                "OPTIBID_ENTSOE_TOKEN", TOKEN,
                "OPTIBID_ENTSOE_ZONES", ZONE,
                "OPTIBID_ENTSOE_DOCUMENTS", "prices",
                "OPTIBID_ENTSOE_INTERVAL", "PT5S",
                "OPTIBID_ENTSOE_PROBE_INTERVAL", "PT2S");
    }

    /** Answers 503 until it is told otherwise. */
    void beBusy(boolean now) {
        busy = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            byte[] body = body(query).getBytes(StandardCharsets.UTF_8);
            boolean known = query.contains("securityToken=" + TOKEN);
            exchange.sendResponseHeaders(busy ? 503 : known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String body(String query) {
        if (!query.contains("documentType=A44") || !query.contains("in_Domain=" + AREA)) {
            return NO_DATA;
        }
        Instant start = instant(query, "Start");
        Instant end = instant(query, "End");
        String points = IntStream.rangeClosed(
                        1, Math.toIntExact(Duration.between(start, end).toMinutes() / 15))
                .mapToObj(quarter -> "<Point><position>" + quarter + "</position><price.amount>" + (40 + quarter % 96)
                        + ".50</price.amount></Point>\n")
                .collect(Collectors.joining());
        return PRICES.formatted(start, AREA, AREA, minutes(start), minutes(end), points);
    }

    /** As the platform writes them, without seconds. */
    private static String minutes(Instant instant) {
        return instant.toString().replaceFirst(":00Z$", "Z");
    }

    private static Instant instant(String query, String which) {
        Matcher matcher = PERIOD.matcher(query);
        while (matcher.find()) {
            if (matcher.group(1).equals(which)) {
                return LocalDateTime.parse(matcher.group(2), MINUTE).toInstant(ZoneOffset.UTC);
            }
        }
        throw new IllegalArgumentException("no period" + which);
    }
}
