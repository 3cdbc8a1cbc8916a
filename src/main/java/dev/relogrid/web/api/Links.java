package dev.relogrid.web.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of things, relative to the service. */
final class Links {
    static final String ROOT = "/api/v1";

    private Links() {}

    static String object(String sha256) {
        return ROOT + "/objects/" + sha256;
    }

    static URI location(String address) {
        return URI.create(address);
    }

    static String run(String id) {
        return ROOT + "/runs/" + id;
    }

    /** @param ref its name with tildes for slashes */
    static String ref(String project, String ref) {
        return ROOT + "/projects/" + project + "/refs/" + UriUtils.encodePathSegment(ref, StandardCharsets.UTF_8);
    }

    /** A kernel's address has its id in it, slashes and all. */
    static String kernel(String id) {
        return ROOT + "/kernels/" + id;
    }
}
