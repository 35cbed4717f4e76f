package energy.optibid.identity.internal.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The 30,000 most common passwords, as zxcvbn lists them, and what people make of one to lengthen it. */
public final class CommonPasswords {
    private static final int NO_WORD = 4;
    private static final Pattern RUNS = Pattern.compile("(?<=\\p{L})(?=\\P{L})|(?<=\\P{L})(?=\\p{L})");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Set<String> list = load();

    /**
     * Whether the text is in the list, also when one is repeated, written with digits for letters, or made of one or
     * two with a short number or mark.
     */
    public boolean contain(PasswordText text) {
        return isCommon(text.folded()) || isCommon(text.unit()) || isCommon(PasswordText.letters(text.unit()));
    }

    private boolean isCommon(String text) {
        String bare = MARKS.matcher(text).replaceAll("");
        if (list.contains(text) || list.contains(bare)) {
            return true;
        }
        List<String> runs = List.of(RUNS.split(bare));
        return !bare.isEmpty()
                && runs.size() <= 2
                && runs.stream().allMatch(run -> run.length() <= NO_WORD || list.contains(run));
    }

    private static Set<String> load() {
        try {
            return new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
