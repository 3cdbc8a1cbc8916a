package dev.relogrid.engine.verdict;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Variable;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of an object's read-only variables. */
final class VariableValues {
    private static final int LARGEST = 8;

    private VariableValues() {}

    /** The value it was compiled with, in the object's byte order. */
    static byte[] compiled(BpfObject object, Variable variable) {
        Elf elf = object.elf();
        Section section = elf.sections().get(variable.map().sectionIndex());
        Bytes data = elf.data(section);
        byte[] value = new byte[variable.size()];
        for (int i = 0; i < value.length && variable.offset() + i < data.length(); i++) {
            value[i] = (byte) data.u8(variable.offset() + i);
        }
        return value;
    }

    /** Those that switches are usually set to, but for the one it has: off, on. None for what is no number. */
    static List<byte[]> worthTrying(BpfObject object, Variable variable) {
        List<byte[]> values = new ArrayList<>();
        if (variable.size() == 0 || variable.size() > LARGEST) {
            return values;
        }
        byte[] compiled = compiled(object, variable);
        for (int number = 0; number <= 1; number++) {
            byte[] value = bytes(number, variable.size(), object.elf().order());
            if (!Arrays.equals(value, compiled)) {
                values.add(value);
            }
        }
        return values;
    }

    /** A number in so many bytes, 1 to 8. */
    static byte[] bytes(long number, int size, ByteOrder order) {
        byte[] value = new byte[size];
        for (int i = 0; i < size; i++) {
            int shift = 8 * (order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i);
            value[i] = (byte) (number >> shift);
        }
        return value;
    }

    /** The number that bytes are, without sign; for at most 8. */
    static long number(byte[] value, ByteOrder order) {
        long number = 0;
        for (int i = 0; i < value.length; i++) {
            number = number << 8 | value[order == ByteOrder.LITTLE_ENDIAN ? value.length - 1 - i : i] & 0xff;
        }
        return number;
    }
}
