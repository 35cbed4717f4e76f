package energy.optibid.platform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this installation is to do: the only reader of {@code ENVIRONMENT} and of the flags. All are read when it is
 * made, at the start, so that a wrong one stops the start. Injectable.
 */
public final class Capabilities {
    private static final String WEBSOCKET_KEY = "ENABLE_WEBSOCKET";
    private static final String SIMULATION_KEY = "SIMULATION_MODE";

    private final Environment environment;
    private final Map<ServiceName, Switch> services = new EnumMap<>(ServiceName.class);
    private final boolean webSocket;
    private final boolean simulation;

    /** @throws InvalidSettingException for the first flag with a value that is not understood or not allowed */
    public Capabilities(Settings settings) {
        environment = settings.text(Environment.KEY).map(Environment::of).orElse(Environment.PRODUCTION);
        for (ServiceName service : ServiceName.values()) {
            boolean on = service.flag()
                    .map(flag -> settings.flag(flag).orElse(false))
                    .orElse(true);
            services.put(service, on ? Switch.ON : Switch.OFF);
        }
        webSocket = settings.flag(WEBSOCKET_KEY).orElse(true);
        simulation = settings.flag(SIMULATION_KEY).orElse(environment.isDevelopment());
        if (simulation && !environment.isDevelopment()) {
            throw new InvalidSettingException(SIMULATION_KEY, "true", "false, because ENVIRONMENT is production");
        }
    }

    public Environment environment() {
        return environment;
    }

    public Switch of(ServiceName service) {
        return services.getOrDefault(service, Switch.OFF);
    }

    /** Every flag by its name, in the order of the documentation. */
    public Map<String, Boolean> flags() {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.optional()) {
            service.flag().ifPresent(flag -> flags.put(flag, of(service) == Switch.ON));
        }
        flags.put(WEBSOCKET_KEY, webSocket);
        flags.put(SIMULATION_KEY, simulation);
        return Collections.unmodifiableMap(flags);
    }

    /** Whether prices are pushed to browsers; the console polls otherwise. */
    public boolean webSocket() {
        return webSocket;
    }

    /** Whether the market simulator runs; never in production. */
    public boolean simulation() {
        return simulation;
    }
}
