package dev.relogrid.vm;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** An object of a request as a guest is given it. */
final class ObjectFrames {
    /** Larger ones do not exist; one that large takes a guest's memory several times. */
    private static final int MAX_OBJECT = 64 << 20;

    private ObjectFrames() {}

    /** @throws BootProblem when a guest could not understand what its loader is said to set */
    static List<InputFrame> of(BootObject object) {
        if (object.bytes().length > MAX_OBJECT) {
            throw new BootProblem(object.name() + " has " + object.bytes().length
                    + " bytes; a guest takes objects of up to " + MAX_OBJECT);
        }
        InputFrame itself = InputFrame.object(object.name(), object.bytes());
        if (object.presets().isEmpty() && object.autoload().isEmpty()) {
            return List.of(itself);
        }
        StringBuilder lines = new StringBuilder();
        object.presets().forEach((name, value) -> line(lines, object, "set " + name + "=" + value));
        object.autoload().forEach((program, on) -> line(lines, object, "autoload " + program + (on ? "=on" : "=off")));
        return List.of(InputFrame.settings(lines.toString().getBytes(StandardCharsets.UTF_8)), itself);
    }

    private static void line(StringBuilder lines, BootObject object, String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ') {
                throw new BootProblem(object.name() + ": a control character in '" + line.strip() + "'");
            }
        }
        lines.append(line).append('\n');
    }
}
