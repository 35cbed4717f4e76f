package energy.optibid.seed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param scale how many times the prices of six zones for a year, 1 and more
 * @param until the last delivery day with prices; absent for the one of an earlier run, or the last that is published
 * @param besideOthers whether organisations that are no sample may be there
 */
record Options(
        boolean help,
        Optional<String> url,
        Optional<String> user,
        int scale,
        Optional<LocalDate> until,
        boolean besideOthers) {
    static final int MOST = 100;

    static final String USAGE = """
            java -jar optibid-seed.jar [--scale N] [--until DATE] [--beside-others] [--url JDBC-URL] [--user NAME]

            Fills the database of a test system: organisations, users of each role, sites, assets of each kind, a year of
            simulated prices of six zones, bids in each state. What is there already stays; a second run changes nothing.

              --scale N         N times the prices, at most %d; 48 makes ten million
              --until DATE      the last delivery day with prices, such as 2026-11-30; otherwise that of the first run, or
                                the last day whose prices a market would have published by now
              --beside-others   go on where the database has organisations that are no sample
              --url, --user     where PostgreSQL is, and the application's login there

            The environment must give ENVIRONMENT=development. It gives OPTIBID_DATABASE_URL and OPTIBID_DATABASE_USER
            where the options do not, and OPTIBID_DATABASE_PASSWORD, which no option gives.

            Exit codes: 0 everything is there, 1 refused and nothing changed, 2 wrong arguments, 3 failed: what was
            written before stays, and another run goes on from there.""".formatted(MOST);

    /** Told to whoever called, with exit code 2. */
    static final class WrongArgumentsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongArgumentsException(String message) {
            super(message);
        }
    }

    /** @throws WrongArgumentsException for what is not understood */
    static Options parse(List<String> args) {
        Map<String, String> found = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "help", "--help", "-h" -> found.put("--help", "");
                case "--beside-others" -> found.put(word, "");
                case "--scale", "--until", "--url", "--user" -> found.put(word, value(word, rest));
                default -> throw new WrongArgumentsException("there is no argument " + word);
            }
        }
        return new Options(
                found.containsKey("--help"),
                Optional.ofNullable(found.get("--url")),
                Optional.ofNullable(found.get("--user")),
                scale(found.getOrDefault("--scale", "1")),
                Optional.ofNullable(found.get("--until")).map(Options::date),
                found.containsKey("--beside-others"));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new WrongArgumentsException(option + " needs a value");
        }
        return rest.pop();
    }

    private static int scale(String text) {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new WrongArgumentsException("--scale is a whole number from 1 to " + MOST + ", not " + text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WrongArgumentsException("--until is a date such as 2026-11-30, not " + text);
        }
    }
}
