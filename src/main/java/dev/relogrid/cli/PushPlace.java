package dev.relogrid.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where in a service objects are pushed to, as addresses.
 *
 * @param server without a slash at its end
 * @param ref a branch, tag or commit as git writes it
 */
record PushPlace(URI server, String project, String ref) {
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    PushPlace {
        if (!PROJECT.matcher(project).matches()) {
            throw new NoAnswer("--project " + project
                    + ": a project's name is a lower-case letter or digit and at most 62 more of these and of . _ -");
        }
        if (ref.isBlank()) {
            throw new NoAnswer("--ref is empty: give a branch, tag or commit");
        }
    }

    /** @throws NoAnswer when it is no address of a service */
    static URI server(String text) {
        try {
            URI uri = new URI(text.replaceFirst("/+$", ""));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (plain && uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new NoAnswer("--server: expected an address as https://relogrid.example.com, without user, ? and #");
    }

    /** Whether nobody on the way can read along: encrypted, or never leaves this machine. */
    boolean isPrivate() {
        if (server.getScheme().equalsIgnoreCase("https")) {
            return true;
        }
        String host = server.getHost().toLowerCase(Locale.ROOT);
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name, which may lead anywhere
        }
    }

    String ofProject() {
        return "/api/v1/projects/" + project;
    }

    String ofPolicy() {
        return ofProject() + "/policy";
    }

    /** @param path with slashes */
    String ofObject(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            parts.add(encoded(part));
        }
        return ofRef() + "/objects/" + String.join("/", parts);
    }

    /** @param query names and values; empty ones are left out */
    String ofReport(Map<String, String> query) {
        List<String> parts = new ArrayList<>();
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                parts.add(name + "=" + encoded(value));
            }
        });
        return ofRef() + "/report?" + String.join("&", parts);
    }

    /** In one part of an address a slash is a tilde, which no ref has. */
    String ofRef() {
        return ofProject() + "/refs/" + encoded(ref.replace('/', '~'));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
