package dev.relogrid.web.api;

import java.net.URI;

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

    /** A kernel's address has its id in it, slashes and all. */
    static String kernel(String id) {
        return ROOT + "/kernels/" + id;
    }
}
