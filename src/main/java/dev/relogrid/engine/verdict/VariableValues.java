package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Variable;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    /**
     * A value as people write it.
     *
     * @throws IllegalArgumentException with a sentence, when the variable cannot have it
     */
    static byte[] parse(BpfObject object, Variable variable, String text) {
        if (variable.size() == 0 || variable.size() > LARGEST || isText(object, variable)) {
            return text(variable, text);
        }
        long number = number(variable, text);
        int bits = 8 * variable.size();
        if (bits < Long.SIZE && number >> bits != 0 && number >> bits - 1 != -1) {
            throw new IllegalArgumentException(
                    "variable '" + variable.name() + "' has " + variable.size() + " bytes, too few for " + text);
        }
        return bytes(number, variable.size(), object.elf().order());
    }

    private static boolean isText(BpfObject object, Variable variable) {
        Btf btf = object.btf();
        return btf != null && btf.kind(btf.skipModifiersAndTypedefs(variable.typeId())) == BtfKind.ARRAY;
    }

    private static byte[] text(Variable variable, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > variable.size()) {
            throw new IllegalArgumentException("variable '" + variable.name() + "' has " + variable.size()
                    + " bytes, and the text has " + bytes.length);
        }
        return Arrays.copyOf(bytes, variable.size());
    }

    private static long number(Variable variable, String text) {
        try {
            return switch (text) {
                case "true" -> 1;
                case "false" -> 0;
                default -> text.startsWith("-") ? Long.decode(text) : Long.parseUnsignedLong(digits(text), radix(text));
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "variable '" + variable.name() + "' takes a number, true or false, not '" + text + "'", e);
        }
    }

    private static boolean isHex(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    private static String digits(String text) {
        return isHex(text) ? text.substring(2) : text;
    }

    private static int radix(String text) {
        return isHex(text) ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
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
