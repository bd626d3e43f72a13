/**
 * Runs Jazzer over the agent's readers of foreign bytes. Start at {@link
 * org.yizhan.edge.fuzz.AgentFuzzTest}; the targets stand beside what they attack.
 */
@NullMarked
package org.yizhan.edge.fuzz;

import org.jspecify.annotations.NullMarked;
