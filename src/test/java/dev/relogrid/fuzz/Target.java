package dev.relogrid.fuzz;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.TypeText;
import java.nio.ByteOrder;

/** What all fuzz tests share: reading that may end in {@link MalformedInput}, and touching what was read. */
final class Target {
    private Target() {}

    interface Reading {
        void run();
    }

    /** The only allowed ends: no exception, or one that says something. */
    static void mayBeMalformed(Reading reading) {
        try {
            reading.run();
        } catch (MalformedInput e) {
            if (e.section().isEmpty() || e.expected().isEmpty() || e.found().isEmpty()) {
                throw new IllegalStateException("an error that does not say what is wrong", e);
            }
        }
    }

    static Bytes bytes(byte[] data) {
        return Bytes.of("input", data, ByteOrder.LITTLE_ENDIAN);
    }

    /** Every accessor, every name, every derived size of the BTF's own types. */
    static int touch(Btf btf) {
        int sum = 0;
        for (int id = btf.startId(); id < btf.typeCount(); id++) {
            int type = id;
            mayBeMalformed(() -> TypeText.of(btf, type));
            mayBeMalformed(() -> btf.skipModifiersAndTypedefs(type));
            sum += (int) btf.resolveSize(id);
            sum += btf.nextByEssentialName(btf.kind(id), btf, btf.nameOffset(id), 0);
        }
        return sum + btf.pointerSize();
    }
}
