/**
 * The engine: what libbpf would do with an object on a kernel, computed from bytes alone.
 *
 * <p>Everything under this package is plain Java: it imports {@code java.*} and JSpecify and nothing else, reads no
 * file, opens no connection and starts no thread. {@code HouseTest} and {@code EngineStandsAloneTest} hold it to that.
 */
@NullMarked
package dev.relogrid.engine;

import org.jspecify.annotations.NullMarked;
