package dev.relogrid.web.page;

/** Where the words of a page come from, for whoever reads text. */
sealed interface Telling {

    /** The page's address answers with text by itself. */
    record Here() implements Telling {}

    /** The words are, or are made of, what the interface answers. */
    sealed interface Asked extends Telling {}

    /**
     * The interface has text of its own.
     *
     * @param markdown whether Markdown too; where not, the text is put into a block
     */
    record Written(boolean markdown) implements Asked {}

    /** The interface has JSON, of which a sheet is drawn. */
    record Drawn(Drawing drawing) implements Asked {}

    /** Makes a sheet of what the interface answered. */
    @FunctionalInterface
    interface Drawing {
        Sheet of(Told told);
    }
}
