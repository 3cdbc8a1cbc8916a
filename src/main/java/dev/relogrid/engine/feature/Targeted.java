package dev.relogrid.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** The needs of all programs that are attached in the same way to the same thing. */
abstract class Targeted extends NeedGroup {
    private final List<Need> needs = new ArrayList<>();

    void add(Need need) {
        needs.add(need);
    }

    List<Need> needs() {
        return needs;
    }
}
