/** How text for people looks: colours and signs, line widths, and names nobody can vouch for. Imports nothing. */
@NullMarked
package dev.relogrid.report.look;

import org.jspecify.annotations.NullMarked;
