package energy.optibid.launcher;

import java.nio.file.Path;

/**
 * What a run is told.
 *
 * @param address where the server listens; the loopback unless told otherwise, for it has demo users
 * @param data the folder that the run keeps everything in
 * @param war OptiBid's archive
 * @param microJar Payara Micro as it is distributed
 * @param programs where the unpacked programs lie that any run can use: Payara Micro and PostgreSQL
 */
record Settings(String address, int port, Path data, Path war, Path microJar, Path programs) {

    static final String ADDRESS = "optibid.address";
    static final String PORT = "optibid.port";
    static final String DATA = "optibid.data";
    private static final int GREATEST_PORT = 65_535;

    /**
     * Reads the system properties.
     *
     * @throws RefusalException where one does not make sense
     */
    static Settings fromSystemProperties() {
        return new Settings(
                System.getProperty(ADDRESS, "127.0.0.1"),
                port(System.getProperty(PORT, "8080")),
                path(DATA, "data"),
                path("optibid.war", "web-module/target/optibid.war"),
                path("optibid.micro", "payara-config/target/payara-micro.jar"),
                path("optibid.programs", "payara-config/target/programs"));
    }

    static int port(String value) {
        try {
            int port = Integer.parseInt(value.trim());
            if (port > 0 && port <= GREATEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw portRefused(value);
        }
        throw portRefused(value);
    }

    private static RefusalException portRefused(String value) {
        return new RefusalException(PORT + " is '" + value + "': a port is a number from 1 to " + GREATEST_PORT + ".");
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }
}
