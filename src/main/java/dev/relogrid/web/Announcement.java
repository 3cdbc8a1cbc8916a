package dev.relogrid.web;

import dev.relogrid.matrix.access.IssuedToken;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the service where it is, on a line of its own that scripts can wait for; and where the first token
 * was printed, with which link a browser signs in. The token stands behind {@code #}, which no browser sends anywhere.
 */
@Component
@ConditionalOnProperty("relogrid.announce")
class Announcement {
    private final Environment settings;
    private final PrintStream out = System.out;
    private @Nullable IssuedToken printed;

    Announcement(Environment settings) {
        this.settings = settings;
    }

    @EventListener
    void printed(IssuedToken issued) {
        printed = issued;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = settings.getProperty("server.address", "127.0.0.1");
            String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
            String shown = host.contains(":") ? "[" + host + "]" : host;
            String here = "http://" + shown + ":" + web.getWebServer().getPort();
            out.println("relogrid: " + here);
            if (printed != null) {
                out.println("relogrid: sign in: " + here + "/settings#token=" + printed.secret());
                printed = null;
            }
            out.flush();
        }
    }
}
