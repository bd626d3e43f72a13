/**
 * {@code ./yizhan bench …}: measures the programs as they are run, each figure against a ceiling
 * measured in the same run where there is one. Nothing here is a test, and no test asserts a time.
 * Start at {@link org.yizhan.bench.Bench}.
 */
@NullMarked
package org.yizhan.bench;

import org.jspecify.annotations.NullMarked;
