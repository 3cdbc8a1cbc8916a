package dev.relogrid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: what {@code relogrid serve} starts. */
@SpringBootApplication
public class RelogridApplication {

    /** Takes Spring's own options; {@code --relogrid.*} are described in docs/OPERATIONS.md. */
    public static void main(String[] arguments) {
        SpringApplication.run(RelogridApplication.class, arguments);
    }
}
