package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.image.Extraction;
import java.util.SortedMap;

/**
 * A kernel to be put into an archive.
 *
 * @param vmlinux its BTF, or why it has none
 * @param modules raw split BTF by module name; what {@link KernelFiles#moduleName} makes of a file's name
 */
public record NewKernel(KernelId id, Origin origin, Extraction vmlinux, SortedMap<String, byte[]> modules) {}
