/**
 * A gateway of Alibaba Cloud on loopback with the real protocol: it verifies both signatures, enforces limits, and can
 * simulate every failure of the network or of a service. A {@link SimulatedService} is behind the gateway; several can
 * share an endpoint. The simulator shares no code with the SDK, so that each can check the other. Decisions that the
 * documents leave open are marked in comments. Texts that are not in the documents start with {@code (simulated)}.
 * Everything is non-null unless stated otherwise.
 */
package io.github.edgeroutine.simulator;
