package dev.relogrid.vm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One message to a guest. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record InputFrame(int type, byte[] start, byte[] body) {
    private static final int CONF = 16;
    private static final int OBJECT = 17;
    private static final int MODULE = 18;
    private static final int SETTINGS = 20;

    /** Settings, one a line. */
    static InputFrame conf(Map<String, String> settings) {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return new InputFrame(CONF, new byte[0], lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    static InputFrame object(String name, byte[] bytes) {
        return named(OBJECT, name, bytes);
    }

    /** What the loader of the object that follows would do, one thing a line. */
    static InputFrame settings(byte[] lines) {
        return new InputFrame(SETTINGS, new byte[0], lines);
    }

    static InputFrame module(String name, byte[] bytes) {
        return named(MODULE, name, bytes);
    }

    private static InputFrame named(int type, String name, byte[] body) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        var start = new ByteArrayOutputStream();
        LittleEndian.put32(start, text.length);
        start.writeBytes(text);
        return new InputFrame(type, start.toByteArray(), body);
    }

    /** Bytes it takes in the area, padding included. */
    long size() {
        return Frame.HEADER + padded((long) start.length + body.length);
    }

    static long padded(long length) {
        return length + 7 & ~7L;
    }
}
