package dev.relogrid.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** The needs of all programs that are attached in the same way to the same thing. */
abstract class Targeted extends NeedGroup {
    private final List<Need> needs = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    void add(Need need) {
        needs.add(need);
    }

    void add(Signature signature) {
        signatures.add(signature);
    }

    /** Of those programs of which it is known what they read. */
    List<Signature> signatures() {
        return signatures;
    }

    List<Need> needs() {
        return needs;
    }
}
