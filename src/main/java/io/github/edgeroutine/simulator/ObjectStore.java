// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

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
final class ObjectStore {

    /** Where the store begins among the paths of the simulator. */
    static final String ROOT = "/oss/";

    /** How long the real tickets hold is not documented. */
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    /** Of the reply only {@code code} is known. */
    private static final String REPLY = "{\"code\":200,\"message\":\"(simulated) the code is staged\"}";

    private final String path = ROOT + AccessKey.letters(new SecureRandom(), 20);
    private final Map<String, Ticket> byPolicy = new ConcurrentHashMap<>();
    private final Account account;
    private final Clock clock;

    ObjectStore(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** Where forms go; a bucket that nobody can guess. */
    String path() {
        return path;
    }

    Ticket ticket(String routine, String description) {
        Ticket ticket = Ticket.random(
                routine, description, clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS));
        byPolicy.put(ticket.fields().get(Ticket.POLICY), ticket);
        return ticket;
    }

    /**
     * Keeps the file and answers what the callback of the service replies. The limit of ten is not asked for again
     * here; whether the real callback does is not documented.
     */
    String post(Request request) throws Refusal {
        if (!request.path().equals(path)) {
            throw StoreRefusal.noSuchBucket();
        }
        if (!request.call().method().equals("POST")) {
            throw StoreRefusal.methodNotAllowed();
        }
        UploadForm form = UploadForm.of(request.parts());
        Ticket ticket = form.ticket(byPolicy);
        if (!clock.instant().isBefore(ticket.expires())) {
            throw StoreRefusal.policyExpired();
        }
        // Last, so that only a form that is right uses its ticket up; and of two such forms only one does.
        if (byPolicy.remove(ticket.fields().get(Ticket.POLICY)) == null) {
            throw StoreRefusal.unknownPolicy();
        }
        account.change(
                ticket.routine(), held -> Staging.staged(held, ticket.description(), form.file(), Routines.now()));
        return REPLY;
    }
}
