package energy.optibid.identity.internal.password;

import energy.optibid.identity.PasswordContext;
import energy.optibid.identity.PasswordPolicy;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A password as it is judged: in normal form C, and folded to lower case for comparisons. */
public final class PasswordText {
    private static final String PRODUCT = "optibid";
    private static final int SHORTEST_WORD = 4;
    private static final List<String> KEYBOARD = List.of(
            "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String normal;
    private final String folded;

    private PasswordText(String normal) {
        this.normal = normal;
        this.folded = fold(normal);
    }

    public static PasswordText of(String password) {
        return new PasswordText(normalised(password));
    }

    /** What is hashed: the same text however its accents were typed. */
    public static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    public static boolean isTooLong(String password) {
        return password.codePointCount(0, password.length()) > PasswordPolicy.MAX_LENGTH;
    }

    /** In code points. */
    public int length() {
        return normal.codePointCount(0, normal.length());
    }

    String folded() {
        return folded;
    }

    /** The text that is repeated, the whole where nothing is. */
    String unit() {
        return folded.substring(0, folded.offsetByCodePoints(0, repeatedUnit()));
    }

    /** Length of the shortest text that, at least twice in a row and cut anywhere after, gives the password. */
    public int repeatedUnit() {
        int[] points = folded.codePoints().toArray();
        int unit = 1;
        while (unit < points.length && !repeatsAfter(points, unit)) {
            unit++;
        }
        return unit * 2 <= points.length ? unit : points.length;
    }

    private static boolean repeatsAfter(int[] points, int unit) {
        for (int i = unit; i < points.length; i++) {
            if (points[i] != points[i - unit]) {
                return false;
            }
        }
        return true;
    }

    /** How many characters do not follow from the one before: not the same, not next in the alphabet or keyboard. */
    public int unpredicted() {
        int[] points = folded.codePoints().toArray();
        int count = Math.min(1, points.length);
        for (int i = 1; i < points.length; i++) {
            boolean follows = Math.abs(points[i] - points[i - 1]) <= 1 || onKeyboard(points[i - 1], points[i]);
            count += follows ? 0 : 1;
        }
        return count;
    }

    private static boolean onKeyboard(int one, int next) {
        return KEYBOARD.stream().anyMatch(row -> {
            int at = row.indexOf(one);
            int then = row.indexOf(next);
            return at >= 0 && then >= 0 && Math.abs(at - then) == 1;
        });
    }

    /** How many characters are left without the names of the user, the organisation and the product. */
    public int without(PasswordContext context) {
        List<String> words = Stream.of(context.email(), context.displayName(), context.organisationName(), PRODUCT)
                .flatMap(text -> BETWEEN_WORDS.splitAsStream(fold(text)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return Math.min(rest(folded, words), rest(letters(folded), words));
    }

    private static int rest(String text, List<String> words) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.codePointCount(0, rest.length());
    }

    /** With letters in place of the digits and marks that are written for them. */
    static String letters(String text) {
        String letters = text;
        String marks = "0134578@$!";
        String meant = "oieastbasi";
        for (int i = 0; i < marks.length(); i++) {
            letters = letters.replace(marks.charAt(i), meant.charAt(i));
        }
        return letters;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
