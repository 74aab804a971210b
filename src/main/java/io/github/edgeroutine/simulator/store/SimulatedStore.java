// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.RpcRequest;
import io.github.edgeroutine.simulator.ServiceRefusal;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedRoutines;
import io.github.edgeroutine.simulator.dcdn.StagedCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The object store that takes the code: no signature of the RPC style, but a form with everything that the service
 * handed out for it. In which order the real store asks is not documented. It ignores fields that it did not ask for.
 */
public final class SimulatedStore {

    /** Where the store begins among the paths of the simulator. */
    public static final String ROOT = "/oss/";

    /** How long the real tickets hold is not documented. */
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    /** Of the reply only {@code code} is known. */
    private static final String REPLY = "{\"code\":200,\"message\":\"(simulated) the code is staged\"}";

    private final String path = ROOT + AccessKey.letters(new SecureRandom(), 20);
    private final Map<String, UploadPolicy> byPolicy = new ConcurrentHashMap<>();
    private final DcdnAccount account;
    private final Clock clock;

    public SimulatedStore(DcdnAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** Where forms go; a bucket that nobody can guess. */
    public String path() {
        return path;
    }

    public UploadPolicy ticket(String routine, String description) {
        UploadPolicy ticket = UploadPolicy.random(
                routine, description, clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS));
        byPolicy.put(ticket.fields().get(UploadPolicy.POLICY), ticket);
        return ticket;
    }

    /**
     * Keeps the file and answers what the callback of the service replies. The limit of ten is not asked for again
     * here; whether the real callback does is not documented.
     */
    public String post(RpcRequest request) throws ServiceRefusal {
        if (!request.path().equals(path)) {
            throw StoreRefusal.noSuchBucket();
        }
        if (!request.call().method().equals("POST")) {
            throw StoreRefusal.methodNotAllowed();
        }
        StoreForm form = StoreForm.of(request.parts());
        UploadPolicy ticket = form.ticket(byPolicy);
        if (!clock.instant().isBefore(ticket.expires())) {
            throw StoreRefusal.policyExpired();
        }
        // Last, so that only a form that is right uses its ticket up; and of two such forms only one does.
        if (byPolicy.remove(ticket.fields().get(UploadPolicy.POLICY)) == null) {
            throw StoreRefusal.unknownPolicy();
        }
        account.change(
                ticket.routine(),
                held -> StagedCode.staged(held, ticket.description(), form.file(), SimulatedRoutines.now()));
        return REPLY;
    }
}
