package dev.relogrid.web.security;

import java.util.List;

/** What one client without a token is told from another by. */
final class ClientAddress {
    private static final int NETWORK_GROUPS = 4;

    private ClientAddress() {}

    /** The address itself, or of an IPv6 address the network: one household has 2^64 of them. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        int shortened = address.indexOf("::");
        String front = shortened < 0 ? address : address.substring(0, shortened);
        List<String> groups = List.of(front.split(":"));
        return String.join(":", groups.subList(0, Math.min(NETWORK_GROUPS, groups.size()))) + "::";
    }
}
