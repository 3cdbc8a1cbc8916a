package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a file is, by its first {@value #HEAD} bytes; its name says nothing. */
enum Kind {
    EMPTY("an empty file"),
    OBJECT("an eBPF object"),
    ELF("an ELF file"),
    AR("an ar archive"),
    THIN_AR("a thin ar archive"),
    TAR("a tar archive"),
    ZIP("a zip archive"),
    RPM("an rpm package"),
    CPIO("a cpio archive"),
    OTHER("neither an ELF file nor an archive");

    /** A tar's first header. */
    static final int HEAD = 512;

    private static final int TAR_MAGIC = 257;
    private static final int TAR_SUM = 148;

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (ElfMagic.isAt(head, 0, head.length)) {
            return isObject(Bytes.of("ELF header", head, ByteOrder.LITTLE_ENDIAN)) ? OBJECT : ELF;
        }
        if (begins(head, "!<arch>\n")) {
            return AR;
        }
        if (begins(head, "!<thin>\n")) {
            return THIN_AR;
        }
        if (begins(head, "PK\003\004")) {
            return ZIP;
        }
        if (begins(head, "\u00ed\u00ab\u00ee\u00db")) {
            return RPM;
        }
        if (begins(head, "070701") || begins(head, "070702")) {
            return CPIO;
        }
        return isTar(head) ? TAR : OTHER;
    }

    /** Anything that claims to be one: what is wrong with it the reader of objects says best. */
    private static boolean isObject(Bytes head) {
        if (head.length() < 20) {
            return false;
        }
        Bytes ordered = head.u8(5) == 2 ? head.withOrder(ByteOrder.BIG_ENDIAN) : head;
        // libbpf takes objects of no machine as well
        return ordered.u16(18) == Elf.EM_BPF || ordered.u16(18) == 0 && ordered.u16(16) == Elf.ET_REL;
    }

    private static boolean isTar(byte[] head) {
        return head.length == HEAD
                && (text(head, TAR_MAGIC, 5).equals("ustar") || head[0] != 0 && sumIs(text(head, TAR_SUM, 8), head));
    }

    /** Tars from before the magic are known by the sum of their header, whose own place counts as blanks. */
    private static boolean sumIs(String octal, byte[] head) {
        String digits = octal.replace('\0', ' ').strip();
        if (!digits.matches("[0-7]{1,7}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < HEAD; i++) {
            sum += i >= TAR_SUM && i < TAR_SUM + 8 ? ' ' : head[i] & 0xff;
        }
        return sum == Integer.parseInt(digits, 8);
    }

    private static boolean begins(byte[] head, String magic) {
        return head.length >= magic.length() && text(head, 0, magic.length()).equals(magic);
    }

    private static String text(byte[] head, int at, int length) {
        return new String(head, at, length, StandardCharsets.ISO_8859_1);
    }

    String words() {
        return words;
    }

    /** In words that follow "it is". */
    String words(byte[] head) {
        return this == ELF ? words + machine(head) : words;
    }

    private static String machine(byte[] head) {
        if (head.length < 20) {
            return " that is cut short";
        }
        Bytes elf = Bytes.of("ELF header", head, head[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int machine = elf.u16(18);
        return switch (machine) {
            case 3 -> " for i386";
            case 21 -> " for ppc64";
            case 22 -> " for s390x";
            case 40 -> " for arm";
            case 62 -> " for x86-64";
            case 183 -> " for arm64";
            case 243 -> " for riscv";
            case 258 -> " for loongarch";
            default -> " for machine " + machine;
        };
    }
}
