package dev.relogrid.web.api;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** How long an answer may be kept by whoever asked. Never by others: who may read is not told by the address. */
enum Caching {
    /** It may be another one at any time. */
    ASK_AGAIN(CacheControl.noCache().cachePrivate()),
    /** Its address says everything it depends on. */
    FOR_EVER(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());

    private final CacheControl control;

    Caching(CacheControl control) {
        this.control = control;
    }

    ResponseEntity.BodyBuilder on(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(control).varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
    }
}
