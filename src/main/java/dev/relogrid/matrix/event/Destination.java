package dev.relogrid.matrix.event;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a webhook is told, taken apart.
 *
 * @param host as the certificate and the header {@code Host} have it
 * @param target path and query
 */
record Destination(boolean secure, String host, int port, String target) {
    private static final int LONGEST = 2000;

    /** @throws WebhookProblem when it is no address that could be told */
    static Destination of(String url) {
        URI uri = parse(url);
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WebhookProblem("a webhook's URL begins with http:// or https://, not " + scheme + ":");
        }
        if (host == null || host.isEmpty()) {
            throw new WebhookProblem("a webhook's URL names a host: " + url);
        }
        if (uri.getRawUserInfo() != null) {
            throw new WebhookProblem("a webhook's URL has no user name in it: the signature says who sends");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65535) {
            throw new WebhookProblem("a webhook's URL has a port from 1 to 65535, not " + port);
        }
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String target = (path.isEmpty() ? "/" : path) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new Destination(secure, host, port, target);
    }

    private static URI parse(String url) {
        if (url.length() > LONGEST) {
            throw new WebhookProblem("a webhook's URL has at most " + LONGEST + " letters, not " + url.length());
        }
        try {
            // toASCIIString leaves nothing that could end a line of the request
            return new URI(new URI(url).toASCIIString());
        } catch (URISyntaxException e) {
            throw new WebhookProblem("this is no URL: " + e.getMessage());
        }
    }

    /**
     * One of its addresses, looked up now.
     *
     * @param anywhere whether it may be one that is not public
     * @throws WebhookProblem when there is none, or one of them is not public: then who answers is a matter of luck
     */
    InetSocketAddress resolve(boolean anywhere) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new WebhookProblem("the host " + host + " is not known");
        }
        for (InetAddress address : addresses) {
            if (!anywhere && !PublicAddress.is(address)) {
                throw new WebhookProblem("the host " + host + " is at " + address.getHostAddress()
                        + ", which is not public; relogrid.webhooks.allow-private=true allows it");
            }
        }
        return new InetSocketAddress(addresses[0], port);
    }

    /** The header {@code Host}. */
    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }
}
