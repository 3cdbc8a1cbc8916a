package dev.relogrid.matrix.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Prints the token that opens everything at the very first start, on standard output and never into a log. Where it was
 * lost, a start with {@code relogrid.access.new-admin-token=true} prints another.
 */
@Component
class FirstToken implements ApplicationRunner {
    private final Tokens tokens;
    private final boolean another;

    FirstToken(Tokens tokens, @Value("${relogrid.access.new-admin-token:false}") boolean another) {
        this.tokens = tokens;
        this.another = another;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (another) {
            print(tokens.create(NewToken.lasting("recovered admin", Scope.ADMIN)));
        } else {
            tokens.firstAdmin().ifPresent(FirstToken::print);
        }
    }

    private static void print(IssuedToken issued) {
        System.out.println("relogrid: admin token: " + issued.secret());
    }
}
