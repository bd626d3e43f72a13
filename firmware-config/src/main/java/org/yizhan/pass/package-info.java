/**
 * The pass a worker shows at the door: a CBOR Web Token (RFC 8392) in COSE_Sign1 (RFC 9052), signed
 * with Ed25519 and written in Base45 (RFC 9285). Pure: time, keys and revocations come in as
 * values. Start at {@link Pass} and {@code PassVerifier}.
 */
@NullMarked
package org.yizhan.pass;

import org.jspecify.annotations.NullMarked;
