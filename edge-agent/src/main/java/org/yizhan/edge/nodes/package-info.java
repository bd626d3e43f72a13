/** The CoAP endpoint for battery nodes: DTLS, SenML, nothing else gets in. Edge. */
@NullMarked
package org.yizhan.edge.nodes;

import org.jspecify.annotations.NullMarked;
