/**
 * What projects put into their own checks ({@code ci/push}, the Action, the templates, the hook, docs/CI.md), run as their
 * runners would run it: with the shells that are there, on objects that pass, fail and have no answer.
 */
@NullMarked
package dev.relogrid.steps;

import org.jspecify.annotations.NullMarked;
