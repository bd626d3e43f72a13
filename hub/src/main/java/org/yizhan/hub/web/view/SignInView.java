package org.yizhan.hub.web.view;

/**
 * The sign-in form.
 *
 * @param problem what went wrong last time, or empty
 * @param next where to go afterwards
 * @param first no account exists yet: the setup link must be used
 */
public record SignInView(String problem, String name, String next, boolean first) {}
