package energy.optibid.web.rest.models;

import energy.optibid.web.rest.Cursor;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cursor of a list whose items are numbered. */
final class Places {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private Places() {}

    static String of(int place) {
        return Cursor.of(Integer.toString(place));
    }

    /** Empty where it is no cursor. */
    static Optional<Integer> read(String cursor) {
        return Cursor.read(cursor)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf);
    }
}
