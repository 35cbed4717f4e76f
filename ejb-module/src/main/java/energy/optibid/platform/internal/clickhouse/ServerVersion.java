package energy.optibid.platform.internal.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a ClickHouse, for example 25.8.3.66: year, then the release of the year. */
record ServerVersion(int year, int release, String text) implements Comparable<ServerVersion> {
    /**
     * The oldest that is talked to. To older ones, whose answers begin with less than the client reads, the client says
     * that there are no rows where there are some (seen with 18.16).
     */
    static final ServerVersion OLDEST = new ServerVersion(23, 3, "23.3");

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");

    /** @throws IllegalStateException where that is no version of ClickHouse */
    static ServerVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            String shown = text.length() > 60 ? text.substring(0, 60) : text;
            throw new IllegalStateException("what answers is no ClickHouse: its version is \"" + shown.strip() + "\"");
        }
        return new ServerVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text.strip());
    }

    /** @throws IllegalStateException where it is too old */
    void requireSupported() {
        if (compareTo(OLDEST) < 0) {
            throw new IllegalStateException(
                    "ClickHouse " + text + " is too old, its client needs " + OLDEST.text() + " or newer: upgrade it");
        }
    }

    @Override
    public int compareTo(ServerVersion other) {
        int byYear = Integer.compare(year, other.year);
        return byYear != 0 ? byYear : Integer.compare(release, other.release);
    }
}
