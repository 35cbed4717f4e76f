package energy.optibid.web.assets;

import energy.optibid.platform.AssetBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console's page with a loader in place of its script and style. The loader takes both from another host if they are
 * what this server has, byte by byte (Subresource Integrity), and else from this server: that host is trusted with
 * nothing, and the console opens without it.
 */
final class AssetsElsewhere {
    private static final String INDEX = "/index.html";
    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"module\" crossorigin src=\"\\./(assets/[^\"]+)\"></script>");
    private static final Pattern STYLE =
            Pattern.compile("<link rel=\"stylesheet\" crossorigin href=\"\\./(assets/[^\"]+)\">");

    /** Finds the files of the application by their path; null where there is none. */
    interface Files extends Function<String, @Nullable InputStream> {}

    private AssetsElsewhere() {}

    /**
     * The page.
     *
     * @throws IllegalStateException where the application's own page is not of the form that the console's build gives it
     */
    static byte[] page(AssetBase base, Files files) {
        String page = new String(bytes(INDEX, files), StandardCharsets.UTF_8);
        String script = path(SCRIPT, page);
        String style = path(STYLE, page);
        String loader = "<script defer src=\"./console-loader.js\" data-base=\"%s\"%s%s></script>"
                .formatted(
                        escaped(base.address().toASCIIString()),
                        data("script", script, files),
                        data("style", style, files));
        String without = STYLE.matcher(page).replaceFirst("");
        return SCRIPT.matcher(without)
                .replaceFirst(Matcher.quoteReplacement(loader))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String path(Pattern tag, String page) {
        Matcher found = tag.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No " + tag + " in the console's page: it was not built as expected");
        }
        return found.group(1);
    }

    private static String data(String name, String path, Files files) {
        return " data-%1$s=\"%2$s\" data-%1$s-integrity=\"%3$s\""
                .formatted(name, path, integrity(bytes("/" + path, files)));
    }

    private static String integrity(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(file);
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-384", e);
        }
    }

    private static byte[] bytes(String path, Files files) {
        try (InputStream file = files.apply(path)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The application has no " + path + ": it was built without the console");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
