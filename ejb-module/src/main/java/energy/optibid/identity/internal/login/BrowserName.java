package energy.optibid.identity.internal.login;

import java.util.List;
import java.util.Map;

/**
 * What a client calls itself in words of ours, for a mail: nothing that somebody else has typed gets into one. Enough to
 * tell whether it was oneself.
 */
final class BrowserName {
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Chromium/", "Chrome"),
            Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iOS"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"),
            Map.entry("X11", "Linux"));

    private BrowserName() {}

    /** For example {@code Firefox on Windows}; {@code a program} where it is none of the usual browsers. */
    static String of(String userAgent) {
        String browser = named(BROWSERS, userAgent, "a program");
        String system = named(SYSTEMS, userAgent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String named(List<Map.Entry<String, String>> names, String userAgent, String otherwise) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }
}
