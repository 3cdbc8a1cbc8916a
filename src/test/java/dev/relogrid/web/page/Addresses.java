package dev.relogrid.web.page;

import java.util.Map;

/** An address for every page, in one place. */
final class Addresses {
    static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("sha", "175531690ff3"),
            Map.entry("number", "0"),
            Map.entry("project", "sample"),
            Map.entry("ref", "main"),
            Map.entry("range", "175531690ff3...0447adbe1d28"),
            Map.entry("distro", "debian"),
            Map.entry("suite", "trixie"),
            Map.entry("arch", "amd64"),
            Map.entry("release", "6.12.107+deb13-cloud-amd64"),
            Map.entry("name", "struct%20inode"),
            Map.entry("field", "i_ctime"),
            Map.entry("id", "0b7e1f6c-52cf-4d3e-9a1f-2d8f7f7b5a10"));

    private Addresses() {}

    /** Something that may or may not be there. */
    static String of(Page page) {
        return of(page, PARTS);
    }

    static String of(Page page, Map<String, String> parts) {
        String code = page == Page.PROBLEM ? "not_found" : "FIELD_MISSING";
        String address = page.pattern().replace("{code}", code);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            address = address.replace("{" + part.getKey() + "}", part.getValue());
        }
        return address;
    }
}
