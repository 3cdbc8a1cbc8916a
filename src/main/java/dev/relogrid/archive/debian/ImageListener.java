package dev.relogrid.archive.debian;

import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.images.StoredImage;

/** Hears how the fetching of images gets on, one event at a time. Sentences have no full stop. */
public interface ImageListener {
    /** The indexes of a suite are looked at now. */
    void reading(String suite);

    /** All that is to be fetched is known: so many kernels, with so many bytes of packages. */
    void planned(int kernels, long bytes);

    /** The packages of a kernel are fetched now. */
    void fetching(KernelId id, long bytes);

    /** Its parts are taken out of the packages now. */
    void unpacking(KernelId id);

    /** It can be booted. */
    void stored(StoredImage image);

    /** Something about a kernel that can be booted all the same. */
    void lacking(KernelId id, String what);

    /** It cannot be had; the others go on. */
    void failed(KernelId id, String why);
}
