package dev.relogrid.matrix.event;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are on the open internet. The others (this machine, its network, a cloud's metadata) are reached by the
 * service and not by those who name a webhook's URL, so they are refused. By the IANA's special-purpose registries
 * (RFC 6890 and what followed); addresses that embed an IPv4 address are judged by that one.
 */
final class PublicAddress {
    private static final List<Block> REFUSED = List.of(
            block("0.0.0.0/8"),
            block("10.0.0.0/8"),
            block("100.64.0.0/10"),
            block("127.0.0.0/8"),
            block("169.254.0.0/16"),
            block("172.16.0.0/12"),
            block("192.0.0.0/24"),
            block("192.0.2.0/24"),
            block("192.88.99.0/24"),
            block("192.168.0.0/16"),
            block("198.18.0.0/15"),
            block("198.51.100.0/24"),
            block("203.0.113.0/24"),
            block("224.0.0.0/3"));

    /** All that is handed out is in here. */
    private static final Block IPV6 = block("2000::/3");

    private static final List<Block> REFUSED_IPV6 =
            List.of(block("2001::/23"), block("2001:db8::/32"), block("3fff::/20"));
    private static final Block SIX_TO_FOUR = block("2002::/16");
    private static final Block NAT64 = block("64:ff9b::/96");

    private PublicAddress() {}

    @SuppressWarnings("ArrayRecordComponent") // an address, never compared
    private record Block(byte[] start, int bits) {
        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return REFUSED.stream().noneMatch(block -> block.has(bytes));
        }
        if (SIX_TO_FOUR.has(bytes)) {
            return is(embedded(bytes, 2));
        }
        if (NAT64.has(bytes)) {
            return is(embedded(bytes, 12));
        }
        return IPV6.has(bytes) && REFUSED_IPV6.stream().noneMatch(block -> block.has(bytes));
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        return address(Arrays.copyOfRange(bytes, from, from + 4));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private static Block block(String text) {
        int slash = text.indexOf('/');
        return new Block(
                InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }
}
