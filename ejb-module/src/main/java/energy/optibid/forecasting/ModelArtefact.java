package energy.optibid.forecasting;

import java.time.Instant;

/**
 * A file that a training has made.
 *
 * @param path relative, with slashes, for example {@code model/weights.bin}
 * @param mediaType for example {@code application/octet-stream}
 * @param sizeBytes at most 16 MiB
 * @param sha256 of its content, 64 hexadecimal digits
 */
public record ModelArtefact(String path, String mediaType, int sizeBytes, String sha256, Instant storedAt) {}
