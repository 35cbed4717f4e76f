package energy.optibid.load.push;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Frames of RFC 6455, section 5.2, as a client reads and writes them. The server sends each message in one frame. */
final class Frames {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LONGEST_HEADER = 14;

    private Frames() {}

    /**
     * One frame of the server.
     *
     * @param payload a view of the buffer that it was read from, good until more is read into that
     */
    record Frame(int opcode, ByteBuffer payload) {}

    /**
     * Takes the next frame out of a buffer; absent where it is not all there, and then nothing was taken.
     *
     * @throws IllegalStateException for a message in several frames
     */
    static Optional<Frame> next(ByteBuffer in) {
        int start = in.position();
        int available = in.remaining();
        int header = available < 2 ? 2 : headerLength(in.get(start + 1));
        if (available < header) {
            return Optional.empty();
        }
        long length = payloadLength(in, start);
        if (available < header + length) {
            return Optional.empty();
        }
        int first = in.get(start);
        if ((first & FINAL) == 0) {
            throw new IllegalStateException("A message in several frames");
        }
        in.position(start + header + (int) length);
        return Optional.of(new Frame(first & 0xF, in.slice(start + header, (int) length)));
    }

    /** Of a frame that is not masked, as the server's are. */
    private static int headerLength(byte second) {
        return switch (second & 0x7F) {
            case TWO_BYTES -> 4;
            case EIGHT_BYTES -> 10;
            default -> 2;
        };
    }

    private static long payloadLength(ByteBuffer in, int start) {
        int length = in.get(start + 1) & 0x7F;
        return switch (length) {
            case TWO_BYTES -> in.getShort(start + 2) & 0xFFFF;
            case EIGHT_BYTES -> in.getLong(start + 2);
            default -> length;
        };
    }

    /** A whole message as a client has to send it: masked. */
    static ByteBuffer masked(int opcode, byte[] payload, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < TWO_BYTES) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i % 4)))));
        }
        return frame.flip();
    }
}
