package energy.optibid.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the project, and what they link to. */
final class Documents {
    /** The folder of the project; tests run in the folder of their module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    static final Path DOCS = PROJECT.resolve("docs");

    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    private Documents() {}

    /** A link as it stands in a page. */
    record Link(Path page, String target) {
        boolean isExternal() {
            return target.contains("://") || target.startsWith("mailto:");
        }

        /** The file that it leads to. */
        Path file() {
            String path = target.replaceFirst("#.*", "");
            return path.isEmpty() ? page : page.resolveSibling(path).normalize();
        }

        /** The heading that it leads to, in the form of an anchor; empty for the page itself. */
        String anchor() {
            int hash = target.indexOf('#');
            return hash < 0 ? "" : target.substring(hash + 1);
        }

        @Override
        public String toString() {
            return PROJECT.relativize(page) + " -> " + target;
        }
    }

    /** README, CONTRIBUTING and everything in docs. */
    static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(DOCS)) {
            return Stream.concat(
                            Stream.of(PROJECT.resolve("README.md"), PROJECT.resolve("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Link> links(Path page) {
        return LINK.matcher(prose(page))
                .results()
                .map(link -> new Link(page, link.group(1)))
                .toList();
    }

    /** The anchors of a page's headings, as the usual renderers make them. */
    static List<String> anchors(Path page) {
        return HEADING.matcher(prose(page))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .toList();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replace(' ', '-');
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prose(Path page) {
        return FENCED.matcher(read(page)).replaceAll("");
    }
}
