package dev.relogrid.archive.source;

import java.io.IOException;
import java.util.function.Function;

/**
 * An .rpm: a lead of 96 bytes, a signature header padded to 8, a header, and a compressed cpio (the format's
 * description is in rpm's docs/manual/format_v4.md). Signatures are not looked at.
 */
final class RpmPackage {
    private static final int LEAD = 96;

    private RpmPackage() {}

    /** @param members is asked once, before the first file, who takes the files of such a package */
    static void read(PackageInput file, Function<PackageFacts, Members> members) throws IOException {
        file.enter("lead");
        file.stream().skipNBytes(LEAD);
        file.enter("signature");
        file.stream().skipNBytes(-RpmHeader.read(file).storeSize() & 7);
        file.enter("header");
        RpmHeader header = RpmHeader.read(file);
        String format = header.string(RpmHeader.PAYLOAD_FORMAT);
        if (!format.isEmpty() && !format.equals("cpio")) {
            throw file.malformed("a payload in cpio", "one in " + format);
        }
        file.enter("");
        CpioMembers.read(file, file.stream(), members.apply(RpmDistro.facts(header)));
    }
}
