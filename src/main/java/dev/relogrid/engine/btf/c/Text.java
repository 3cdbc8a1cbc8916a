package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;

/** C source as it grows: indented by tabs, and no longer than {@link Unprintable#MAX_TEXT}. */
final class Text {
    private final Btf btf;
    private final StringBuilder text = new StringBuilder();
    private int level;
    private int subject;

    Text(Btf btf) {
        this.btf = btf;
    }

    /** The type an error about the length is to name. */
    void about(int id) {
        subject = id;
    }

    Text append(String part) {
        text.append(part);
        Unprintable.checkLength(btf, subject, text.length());
        return this;
    }

    Text indent() {
        return append("\t".repeat(level));
    }

    void deeper() {
        level++;
    }

    void back() {
        level--;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
