package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /metrics} tells at one moment.
 *
 * @param text as it was told
 * @param names of the metrics that have a type
 * @param series each with its labels as they are written, and its value
 */
record Scrape(String text, Set<String> names, Map<String, Double> series) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (counter|gauge|histogram|summary)");
    private static final Pattern HELP = Pattern.compile("# HELP \\S+ .+");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+(?:\\{.*})?) (\\S+)");

    /** Of the server under test. */
    static Scrape now() {
        return of(Api.withToken(TestSettings.METRICS_TOKEN));
    }

    static Scrape of(Api monitoring) {
        Answer answer = monitoring.get("/metrics");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        Set<String> names = new TreeSet<>();
        Map<String, Double> series = new TreeMap<>();
        answer.body().lines().filter(line -> !HELP.matcher(line).matches()).forEach(line -> {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                names.add(type.group(1));
            } else {
                assertThat(sample.matches()).as(line).isTrue();
                series.put(sample.group(1), Double.parseDouble(sample.group(2).replace("Inf", "Infinity")));
            }
        });
        return new Scrape(answer.body(), names, series);
    }

    /** Of all series of that name. */
    double sum(String name) {
        assertThat(series.keySet()).anyMatch(key -> key.startsWith(name + "{"));
        return series.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
