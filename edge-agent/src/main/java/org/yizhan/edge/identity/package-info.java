/**
 * Who this station is to its hub: the key made on this device, the certificate the hub's authority
 * gave it, and the one authority it believes. Start at {@link StationIdentity}; {@code
 * EnrolCommand} obtains it, {@code CertificateRenewal} keeps it young. Edge.
 */
@NullMarked
package org.yizhan.edge.identity;

import org.jspecify.annotations.NullMarked;
