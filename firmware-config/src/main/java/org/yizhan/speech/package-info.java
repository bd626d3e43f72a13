/**
 * The language of the command lines: English texts put into Chinese, sentence by sentence, where
 * they meet a person. Start at {@link SpeakingWriter}.
 */
@NullMarked
package org.yizhan.speech;

import org.jspecify.annotations.NullMarked;
