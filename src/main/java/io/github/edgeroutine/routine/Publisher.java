package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;

/** Publishes, and calls nothing published that the service did not confirm. */
public final class Publisher {

    private final EdgeRoutines routines;

    public Publisher(EdgeRoutines routines) {
        this.routines = routines;
    }

    /** @throws PublishFailedException with the whole story in one line, if the service did not confirm the publication */
    public Published publish(Publication publication) throws PublishFailedException {
        try {
            Receipt receipt = routines.publish(publication);
            demandRevision(publication.revision(), receipt);
            return new Published(publication, receipt.requestId());
        } catch (CallFailedException e) {
            throw new PublishFailedException(publication, e);
        }
    }

    private static void demandRevision(CodeRevision asked, Receipt receipt) throws CallFailedException {
        String confirmed = receipt.revision().orElse(asked.digits());
        if (!confirmed.equals(asked.digits())) {
            throw new CallFailedException(
                    "the service confirmed another revision, " + confirmed + " (request id " + receipt.requestId()
                            + ")",
                    Effect.UNKNOWN,
                    "Open a ticket with the request id if it happens again.");
        }
    }
}
