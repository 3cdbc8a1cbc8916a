package dev.relogrid.web;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the service where it is, on a line of its own that scripts can wait for. */
@Component
@ConditionalOnProperty("relogrid.announce")
class Announcement {
    private final Environment settings;
    private final PrintStream out = System.out;

    Announcement(Environment settings) {
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = settings.getProperty("server.address", "127.0.0.1");
            String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
            String shown = host.contains(":") ? "[" + host + "]" : host;
            out.println("relogrid: http://" + shown + ":" + web.getWebServer().getPort());
            out.flush();
        }
    }
}
