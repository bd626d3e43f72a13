package org.yizhan.hub.web.view;

/**
 * A time as people read it.
 *
 * @param text relative: "3 min ago"
 * @param exact local date and time with zone, shown on focus
 * @param iso for machines (HTML's {@code datetime})
 */
public record Age(String text, String exact, String iso) {}
