package dev.relogrid.matrix.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Prints the token that opens everything at the very first start, on standard output and never into a log. Where it was
 * lost, a start with {@code relogrid.access.new-admin-token=true} prints another. What was printed is an event too, an
 * {@link IssuedToken}, for whoever knows where it may be used.
 */
@Component
class FirstToken implements ApplicationRunner {
    private final Tokens tokens;
    private final ApplicationEventPublisher events;
    private final boolean another;

    FirstToken(
            Tokens tokens,
            ApplicationEventPublisher events,
            @Value("${relogrid.access.new-admin-token:false}") boolean another) {
        this.tokens = tokens;
        this.events = events;
        this.another = another;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (another) {
            print(tokens.create(NewToken.lasting("recovered admin", Scope.ADMIN)));
        } else {
            tokens.firstAdmin().ifPresent(this::print);
        }
    }

    private void print(IssuedToken issued) {
        System.out.println("relogrid: admin token: " + issued.secret());
        events.publishEvent(issued);
    }
}
