package dev.relogrid.matrix.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** This process's name among all nodes: host, process, and a random part, for both may come again after a restart. */
@Component
public final class NodeName {
    private static final int LONGEST_HOST = 24; // the queue's tables keep 50 letters
    private final String text = host() + "-" + ProcessHandle.current().pid() + "-" + random();

    NodeName() {}

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.length() <= LONGEST_HOST ? host : host.substring(0, LONGEST_HOST);
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    private static String random() {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
