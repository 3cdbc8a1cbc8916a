/**
 * Boots archived kernels in QEMU and has the real libbpf and the real verifier judge objects there.
 *
 * <p>May import {@code archive} and {@code engine}. What a guest sends is as untrusted as an uploaded object. Refuses to
 * know who asks, and where evidence is shown.
 */
@NullMarked
package dev.relogrid.vm;

import org.jspecify.annotations.NullMarked;
