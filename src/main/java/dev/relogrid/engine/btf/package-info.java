/**
 * BTF and BTF.ext: the types of a kernel, a module or an object, and what .BTF.ext says about instructions.
 *
 * <p>May import {@code bytes}. Refuses to know ELF, instructions and how types of two BTFs are compared.
 */
@NullMarked
package dev.relogrid.engine.btf;

import org.jspecify.annotations.NullMarked;
