/**
 * A gateway of Alibaba Cloud on loopback that speaks the real wire: both signatures are verified, limits are enforced,
 * and every failure of the network or of a service can be scripted. What stands behind the gateway is a
 * {@link SimulatedService}; several of them can share an endpoint. It shares no code with the SDK, so that the two
 * check each other. What the documents leave open is decided here and says so, and a text that no document gives
 * starts with {@code (simulated)}. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.simulator;
