package energy.optibid.platform.internal.log;

/** One JSON object on one line, member by member: whatever a text has in it, it ends neither the text nor the line. */
final class JsonLine {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final String CUT = "…";

    private final StringBuilder line = new StringBuilder(512).append('{');

    /** Adds a text, of which at most so many characters are kept. */
    JsonLine add(String name, String text, int most) {
        name(name).append('"');
        escape(text, Math.min(most, text.length()));
        line.append(text.length() > most ? CUT : "").append('"');
        return this;
    }

    JsonLine add(String name, Number number) {
        name(name).append(number);
        return this;
    }

    /** The object with the line's end. */
    String end() {
        return line.append("}\n").toString();
    }

    private StringBuilder name(String name) {
        line.append(line.length() == 1 ? "" : ",").append('"');
        escape(name, name.length());
        return line.append("\":");
    }

    private void escape(String text, int end) {
        for (int i = 0; i < end; i++) {
            char next = text.charAt(i);
            if (Character.isSurrogate(next)) {
                boolean pair = i + 1 < end && Character.isSurrogatePair(next, text.charAt(i + 1));
                line.append(pair ? text.substring(i, i + 2) : "\ufffd");
                i += pair ? 1 : 0;
            } else {
                escape(next);
            }
        }
    }

    private void escape(char next) {
        switch (next) {
            case '"', '\\' -> line.append('\\').append(next);
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isControl(next)) {
                    line.append(String.format("\\u%04x", (int) next));
                } else {
                    line.append(next);
                }
            }
        }
    }

    /** Also what JSON allows and some programs take for the end of a line. */
    private static boolean isControl(char next) {
        return next < FIRST_PRINTABLE || (next >= 0x7f && next <= 0x9f) || next == 0x2028 || next == 0x2029;
    }
}
