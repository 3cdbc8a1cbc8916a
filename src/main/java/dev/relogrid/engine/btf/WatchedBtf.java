package dev.relogrid.engine.btf;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Other types, seen through an excerpt of them that keeps what is looked at: a type as soon as anything of it is asked, a
 * member as soon as its type is. Members that are passed over because of their names are not kept, nor are types that a
 * search by name passes over, for without them the same is found.
 *
 * <p>Enumerators are passed over by their names alone, so whoever finds one keeps it himself. Where the number of
 * elements matters, {@link #countElements} has all of them kept. For one thread.
 */
public final class WatchedBtf extends Btf {
    private final Btf whole;
    private final BtfExcerpt excerpt;
    private boolean counting;

    /** @param excerpt of {@code whole} */
    public WatchedBtf(Btf whole, BtfExcerpt excerpt) {
        this.whole = whole;
        this.excerpt = excerpt;
    }

    /** Whether from now on a type whose elements are counted is kept with all of them. */
    public void countElements(boolean counts) {
        counting = counts;
    }

    @Override
    public int word(int id, int at) {
        excerpt.keep(id);
        return whole.word(id, at);
    }

    @Override
    public int memberType(int id, int i) {
        excerpt.keepElement(id, i);
        return whole.memberType(id, i);
    }

    @Override
    public int vlen(int id) {
        if (counting && BtfExcerpt.isSelective(whole.kind(id))) {
            excerpt.keepElements(id);
        }
        return super.vlen(id);
    }

    @Override
    public boolean isNamed(int id, int kind, Btf names, int name) {
        boolean named = whole.isNamed(id, kind, names, name);
        if (named) {
            excerpt.keep(id);
        }
        return named;
    }

    @Override
    public int firstPossible(int kind, Btf names, int name) {
        return whole.firstPossible(kind, names, name);
    }

    @Override
    public int nextPossible(int id) {
        return whole.nextPossible(id);
    }

    @Override
    public int pointerSize() {
        return whole.pointerSize();
    }

    @Override
    public @Nullable Btf base() {
        return whole.base();
    }

    @Override
    public int startId() {
        return whole.startId();
    }

    @Override
    public int typeCount() {
        return whole.typeCount();
    }

    @Override
    public ByteOrder order() {
        return whole.order();
    }

    @Override
    protected Strings strings() {
        return whole.strings();
    }
}
