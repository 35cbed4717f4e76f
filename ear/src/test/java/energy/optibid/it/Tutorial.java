package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page of the documentation has its reader type: the fenced blocks of {@code sh} in order. A fenced block of
 * {@code text} right after one shows lines of what it prints. Blocks of {@code console} are not for a test.
 */
record Tutorial(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile(
            "^## (?<heading>[^\\n]+)$|^```(?<kind>\\w+)\\n(?<body>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * One block.
     *
     * @param heading of the section that it is in
     * @param script what to run
     * @param shown the lines that the page shows of its output; empty where it shows none
     */
    record Step(String heading, String script, List<String> shown) {}

    static Tutorial read(Path page) {
        try {
            return parse(Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tutorial parse(String page) {
        List<Step> steps = new ArrayList<>();
        String heading = "";
        String kindBefore = "";
        for (Matcher block = BLOCK.matcher(page); block.find(); ) {
            if (block.group("heading") != null) {
                heading = block.group("heading");
                kindBefore = "";
                continue;
            }
            String kind = block.group("kind");
            if (kind.equals("sh")) {
                steps.add(new Step(heading, block.group("body"), List.of()));
            } else if (kind.equals("text") && kindBefore.equals("sh")) {
                Step last = steps.remove(steps.size() - 1);
                steps.add(new Step(
                        last.heading(),
                        last.script(),
                        block.group("body").lines().toList()));
            }
            kindBefore = kind;
        }
        return new Tutorial(List.copyOf(steps));
    }

    /** The steps of those sections, in the order of the page. */
    Tutorial sections(String... headings) {
        List<String> wanted = List.of(headings);
        return new Tutorial(
                steps.stream().filter(step -> wanted.contains(step.heading())).toList());
    }

    /** The steps before that section. */
    Tutorial before(String heading) {
        return new Tutorial(steps.stream()
                .takeWhile(step -> !step.heading().equals(heading))
                .toList());
    }
}
