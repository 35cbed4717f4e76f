package energy.optibid.web.rest.market;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/**
 * Writes a table as a stream of Apache Arrow's interprocess format: its schema and one batch. By the classes of the format alone,
 * because those of its vectors need a server that is started with openings into the JDK.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format">IPC Streaming Format</a>
 */
final class ArrowStream {
    private static final int CONTINUATION = 0xFFFF_FFFF;
    private static final int ALIGNMENT = 8;
    private static final int PREFIX = 2 * Integer.BYTES;
    private static final int NO_DICTIONARY = 0;
    private static final int NO_METADATA = 0;
    private static final int BITS_OF_AN_INT = 32;

    private final FlatBufferBuilder builder = new FlatBufferBuilder();

    private ArrowStream() {}

    /** @param metadata what is said of the whole table */
    static void write(int rows, List<ArrowColumn> columns, Map<String, String> metadata, OutputStream out)
            throws IOException {
        message(new ArrowStream().schema(columns, metadata), out);
        message(new ArrowStream().batch(rows, columns), out);
        for (ArrowColumn column : columns) {
            out.write(column.values().array());
        }
        out.write(prefix(0).array());
    }

    private ByteBuffer schema(List<ArrowColumn> columns, Map<String, String> metadata) {
        int[] fields = columns.stream().mapToInt(this::field).toArray();
        int[] said = metadata.entrySet().stream()
                .mapToInt(each -> KeyValue.createKeyValue(
                        builder, builder.createString(each.getKey()), builder.createString(each.getValue())))
                .toArray();
        int schema = Schema.createSchema(
                builder,
                Endianness.Little,
                Schema.createFieldsVector(builder, fields),
                Schema.createCustomMetadataVector(builder, said),
                Schema.createFeaturesVector(builder, new long[0]));
        return finished(MessageHeader.Schema, schema, 0);
    }

    private int field(ArrowColumn column) {
        int children = Field.createChildrenVector(builder, new int[0]);
        int name = builder.createString(column.name());
        return Field.createField(
                builder, name, false, typeOf(column.kind()), type(column.kind()), NO_DICTIONARY, children, NO_METADATA);
    }

    private static byte typeOf(ArrowColumn.Kind kind) {
        return switch (kind) {
            case INSTANT -> Type.Timestamp;
            case INT -> Type.Int;
            case DOUBLE -> Type.FloatingPoint;
            case BOOLEAN -> Type.Bool;
        };
    }

    private int type(ArrowColumn.Kind kind) {
        return switch (kind) {
            case INSTANT -> Timestamp.createTimestamp(builder, TimeUnit.MILLISECOND, builder.createString("UTC"));
            case INT -> Int.createInt(builder, BITS_OF_AN_INT, true);
            case DOUBLE -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case BOOLEAN -> {
                Bool.startBool(builder);
                yield Bool.endBool(builder);
            }
        };
    }

    /** Each column has a bitmap of absent values, which is empty, and its values. Vectors of structures are built backwards. */
    private ByteBuffer batch(int rows, List<ArrowColumn> columns) {
        RecordBatch.startNodesVector(builder, columns.size());
        columns.forEach(column -> FieldNode.createFieldNode(builder, rows, 0));
        int nodes = builder.endVector();
        long length =
                columns.stream().mapToLong(column -> column.values().capacity()).sum();
        RecordBatch.startBuffersVector(builder, 2 * columns.size());
        long end = length;
        for (int i = columns.size() - 1; i >= 0; i--) {
            long start = end - columns.get(i).values().capacity();
            Buffer.createBuffer(builder, start, end - start);
            Buffer.createBuffer(builder, start, 0);
            end = start;
        }
        int buffers = builder.endVector();
        RecordBatch.startRecordBatch(builder);
        RecordBatch.addLength(builder, rows);
        RecordBatch.addNodes(builder, nodes);
        RecordBatch.addBuffers(builder, buffers);
        return finished(MessageHeader.RecordBatch, RecordBatch.endRecordBatch(builder), length);
    }

    private ByteBuffer finished(byte type, int header, long bodyLength) {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyLength, NO_METADATA));
        return builder.dataBuffer();
    }

    private static void message(ByteBuffer metadata, OutputStream out) throws IOException {
        int length = metadata.remaining();
        byte[] padded = new byte[(length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT];
        metadata.get(padded, 0, length);
        out.write(prefix(padded.length).array());
        out.write(padded);
    }

    private static ByteBuffer prefix(int length) {
        return ByteBuffer.allocate(PREFIX)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(length);
    }
}
