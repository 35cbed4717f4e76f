package energy.optibid.launcher;

import java.nio.file.Path;

/** The Java that runs this, which also runs the servers. */
final class Java {

    /** The oldest that the product runs on. */
    static final int OLDEST = 17;

    private Java() {}

    static Path executable() {
        return tool("java");
    }

    /** A program of the JDK; a runtime without development tools may lack it. */
    static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /**
     * Refuses an old Java.
     *
     * @param feature its feature version, such as 17
     * @throws RefusalException where it is older than {@link #OLDEST}
     */
    static void require(int feature) {
        if (feature < OLDEST) {
            throw new RefusalException("OptiBid needs JDK " + OLDEST + " or newer, and this is " + feature
                    + ": set JAVA_HOME to a newer one.");
        }
    }
}
