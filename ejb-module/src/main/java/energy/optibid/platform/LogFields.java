package energy.optibid.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What a line of the log says besides its message, as a parameter of its record: members of the JSON line, while other
 * formatters show the text.
 *
 * @param text the message
 * @param members texts and numbers by name, in this order
 */
public record LogFields(String text, Map<String, Object> members) {

    public LogFields {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A record of that logger which says this. */
    public LogRecord toRecord(Level level, String logger) {
        LogRecord said = new LogRecord(level, "{0}");
        said.setLoggerName(logger);
        said.setParameters(new Object[] {this});
        return said;
    }

    @Override
    public String toString() {
        return text;
    }
}
