/** Tests of the interface's objects and kernels, over HTTP against a whole service. */
@NullMarked
package dev.relogrid.web.api;

import org.jspecify.annotations.NullMarked;
