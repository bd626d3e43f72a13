/**
 * The command line around profiles (check one, print its wiring, describe a bundle) and the
 * provisioning bundle a new station is given. Start at {@link ProvisioningBundle}.
 */
@NullMarked
package org.yizhan.config;

import org.jspecify.annotations.NullMarked;
