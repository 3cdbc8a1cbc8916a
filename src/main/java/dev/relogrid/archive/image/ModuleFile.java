package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A kernel module's file.
 *
 * @param elf the file, unpacked
 * @param needs modules without which it cannot be inserted, by name, with underscores
 * @param wants modules it looks for when it starts; they may be there under a longer name, or built in
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ModuleFile(byte[] elf, List<String> needs, List<String> wants) {
    private static final String DEPENDS = "depends=";
    private static final String SOFT = "softdep=";
    private static final String BEFORE = "pre:";
    private static final String AFTER = "post:";

    /**
     * What a module's {@code .modinfo} says, in NUL-ended texts {@code key=value}: {@code depends=a,b} are needed to
     * insert it, {@code softdep=pre: c post: d} names what it looks for when it starts; both by name, with underscores.
     *
     * @param file a {@code .ko}, compressed or not
     * @throws MalformedInput when it is damaged or no module
     */
    public static ModuleFile of(String name, byte[] file) {
        byte[] elf = unpacked(name, file);
        Elf parsed = Elf.parse(Bytes.of(name, elf, ByteOrder.LITTLE_ENDIAN));
        if (parsed.fileType() != Elf.ET_REL) {
            throw new MalformedInput(name, 16, "a module (ELF type 1)", "ELF type " + parsed.fileType());
        }
        List<String> needs = new ArrayList<>();
        List<String> wants = new ArrayList<>();
        Section info = parsed.section(".modinfo");
        if (info != null) {
            String text = new String(parsed.data(info).toArray(), StandardCharsets.ISO_8859_1);
            for (String line : text.split("\0", -1)) {
                if (line.startsWith(DEPENDS)) {
                    add(needs, line.substring(DEPENDS.length()).split(",", -1));
                } else if (line.startsWith(SOFT)) {
                    add(wants, before(line.substring(SOFT.length())).split("\\s+", -1));
                }
            }
        }
        return new ModuleFile(elf, List.copyOf(needs), List.copyOf(wants));
    }

    private static byte[] unpacked(String name, byte[] file) {
        Compression compression = Compression.at(file, 0);
        return compression == null
                ? file
                : compression.unpack(name, file, 0, file.length, new Budget(name, file.length));
    }

    /** What stands between {@code pre:} and {@code post:}. */
    private static String before(String soft) {
        int from = soft.indexOf(BEFORE);
        if (from < 0) {
            return "";
        }
        int to = soft.indexOf(AFTER, from);
        return soft.substring(from + BEFORE.length(), to < 0 ? soft.length() : to);
    }

    private static void add(List<String> to, String[] names) {
        for (String name : names) {
            if (!name.isBlank()) {
                to.add(name.strip().replace('-', '_'));
            }
        }
    }
}
