package dev.relogrid.vm;

import java.util.Arrays;

/**
 * What a guest says, as fuzzers can change it: frames one behind the other, each with its type and the length of its
 * payload in front. Checksums and numbers, which would turn every change away, are taken for right.
 */
public final class FuzzedGuest {
    private static final int HEAD = 3;
    private static final int OBJECTS = 2;

    private FuzzedGuest() {}

    /** Listens to all of it, and makes of it what is kept. */
    public static void listenTo(byte[] data) {
        Hearing hearing = new Hearing(OBJECTS, true, (object, program) -> {});
        int at = 0;
        while (at + HEAD <= data.length) {
            int length = Math.min(data.length - at - HEAD, data[at + 1] & 0xff | (data[at + 2] & 0xff) << 8);
            hearing.heard(new Frame(data[at] & 0xf, Arrays.copyOfRange(data, at + HEAD, at + HEAD + length)));
            at += HEAD + length;
        }
        hearing.facts();
        for (int i = 0; i < OBJECTS; i++) {
            HeardObject object = hearing.object(i);
            if (object != null) {
                object.object("o", "00", BootEnd.DONE);
            }
        }
    }
}
