package dev.relogrid.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of the interface a page at hand is made of.
 *
 * @param address path and query
 * @param here where this service is, as whoever asks knows it
 * @param page the page's own address with its query
 */
record Source(URI address, String here, URI page) {
    private static final String CURSOR = "cursor";

    static Source of(Page.Visit visit, HttpServletRequest request) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(visit.page().source());
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(visit.page().pattern());
        Map<String, Object> values = new LinkedHashMap<>(visit.parts());
        Set<String> fixed = address.build().getQueryParams().keySet();
        Map<String, String[]> given = new LinkedHashMap<>(request.getParameterMap());
        given.remove(Form.PARAMETER);
        given.keySet().removeIf(name -> fixed.contains(name) || name.contains("{"));
        visit.page().usually().forEach((name, value) -> given.putIfAbsent(name, new String[] {value}));
        given.forEach((name, texts) -> {
            for (String text : texts) {
                String key = "given" + values.size();
                values.put(key, text);
                address.queryParam(name, "{" + key + "}");
                page.queryParam(name, "{" + key + "}");
            }
        });
        String here =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return new Source(expand(address, values), here, expand(page, values));
    }

    private static URI expand(UriComponentsBuilder address, Map<String, Object> values) {
        return address.encode().buildAndExpand(values).toUri();
    }

    /** The address with everything in front of it. */
    String whole() {
        return here + address;
    }

    /** A page of this service, with everything in front of it. */
    String page(String path) {
        return here + path;
    }

    /** This page, from there on. */
    String pageAfter(String cursor) {
        return here
                + UriComponentsBuilder.fromUri(page)
                        .replaceQueryParam(CURSOR, cursor)
                        .build(true)
                        .toUriString();
    }
}
