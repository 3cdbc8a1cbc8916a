package dev.relogrid.report.render;

import dev.relogrid.report.Sighting;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What is known of an object besides what was judged: what it did on booted kernels. */
public interface Proof {
    Proof NONE = new Proof() {
        @Override
        public String mark(String kernel) {
            return "";
        }

        @Override
        public List<String> lines() {
            return List.of();
        }

        @Override
        public void write(JsonGenerator json) {}
    };

    /** What stands behind a kernel in a list; empty where nothing does. */
    String mark(String kernel);

    /** Lines of text between the kernels and the causes; none where there is nothing to say. */
    List<String> lines();

    /** Writes properties into the object's. */
    void write(JsonGenerator json);

    /** Writes properties into those of one of its kernels. */
    default void write(JsonGenerator json, String kernel) {}

    /** Writes properties into those of one of its causes. */
    default void write(JsonGenerator json, Sighting cause) {}
}
