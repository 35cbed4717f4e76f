package energy.optibid.platform.internal.log;

import energy.optibid.platform.LogContext;
import energy.optibid.platform.LogFields;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * A record as one JSON object on one line, with the request and the user that the thread works for which calls this: it
 * has to be the one that logs. Texts are bounded, and what looks like a secret is masked.
 */
final class JsonLines extends Formatter {
    static final int MAX_MESSAGE = 4_000;
    static final int MAX_STACK = 16_000;
    static final int MAX_VALUE = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord record) {
        JsonLine line = new JsonLine()
                .add("time", TIME.format(record.getInstant()), MAX_VALUE)
                .add("level", level(record.getLevel()), MAX_VALUE)
                .add("logger", String.valueOf(record.getLoggerName()), MAX_VALUE)
                .add("message", Secrets.masked(String.valueOf(formatMessage(record))), MAX_MESSAGE)
                .add("thread", Thread.currentThread().getName(), MAX_VALUE);
        addContext(line, LogContext.current());
        fields(record).forEach(fields -> fields.members().forEach((name, value) -> add(line, name, value)));
        Optional.ofNullable(record.getThrown())
                .ifPresent(thrown -> line.add("exception", thrown.getClass().getName(), MAX_VALUE)
                        .add("stack", Secrets.masked(stack(thrown)), MAX_STACK));
        return line.end();
    }

    /** One of four, for libraries have levels with names of their own. */
    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "SEVERE";
        }
        return value >= Level.WARNING.intValue() ? "WARNING" : value >= Level.INFO.intValue() ? "INFO" : "FINE";
    }

    private static void addContext(JsonLine line, LogContext context) {
        context.requestId().ifPresent(id -> line.add("requestId", id, MAX_VALUE));
        context.traceId().ifPresent(id -> line.add("traceId", id, MAX_VALUE));
        context.organisationId().ifPresent(id -> line.add("organisationId", id.toString(), MAX_VALUE));
        context.userId().ifPresent(id -> line.add("userId", id.toString(), MAX_VALUE));
    }

    private static Stream<LogFields> fields(LogRecord record) {
        return Optional.ofNullable(record.getParameters()).stream()
                .flatMap(Arrays::stream)
                .filter(LogFields.class::isInstance)
                .map(LogFields.class::cast);
    }

    private static void add(JsonLine line, String name, Object value) {
        if (value instanceof Number number) {
            line.add(name, number);
        } else {
            line.add(name, Secrets.masked(value.toString()), MAX_VALUE);
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
