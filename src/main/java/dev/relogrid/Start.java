package dev.relogrid;

import dev.relogrid.cli.Main;
import java.util.Arrays;

/**
 * Where the released service's jar starts: {@code java -jar relogrid-VERSION.jar serve}. It holds the command line too, so
 * every word that is none of the service's goes there, as the launcher does it ({@code ./relogrid}).
 */
final class Start {
    private Start() {}

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "serve" -> Serve.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            case "backup", "restore" -> Keep.main(arguments);
            default -> Main.main(arguments);
        }
    }
}
