package dev.relogrid.policy;

import dev.relogrid.policy.PolicyProblem.Place;
import java.util.List;

/** YAML as it was written, with the places it was written at. */
sealed interface YamlNode {
    /** Where it begins. */
    Place place();

    /** What it is, for people. */
    String kind();

    /** A single value; its text as written, whatever type YAML would make of it: 5.10 stays 5.10. */
    record Scalar(String text, Place place) implements YamlNode {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "'" + YamlReader.shortened(text) + "'";
        }
    }

    /** Values one after the other. */
    record Items(List<YamlNode> items, Place place) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values under keys; each key is there once. */
    record Keyed(List<Entry> entries, Place place) implements YamlNode {
        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /** One key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
