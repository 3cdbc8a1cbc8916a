package dev.relogrid.web.search;

import java.util.List;

/** Finds things of one kind; nothing where the text can be none of them. */
interface Finder {
    /**
     * At most so many, the best first.
     *
     * @param text without blanks around it, not empty
     */
    List<Hit> find(String text, int limit);
}
