// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why Java refused a certificate. Only the types of the exceptions are used. */
enum CertificateFault {
    EXPIRED("has expired", "Check the clock of this machine. If it is correct, the server needs a new certificate."),
    NOT_YET_VALID("is not valid yet", "Check the clock of this machine."),
    NOT_TRUSTED(
            "is not trusted",
            "Add its certificate authority to the JDK's trust store (javax.net.ssl.trustStore in MAVEN_OPTS). A"
                    + " proxy that inspects TLS has its own certificate authority."),
    OTHER_HOST(
            "is for another host",
            "Check the host name, the DNS of this machine and the proxies: another server may answer instead.");

    private final String clause;
    private final String remedy;

    CertificateFault(String clause, String remedy) {
        this.clause = clause;
        this.remedy = remedy;
    }

    String clause() {
        return "its certificate " + clause;
    }

    String remedy() {
        return remedy;
    }

    /** Empty if the handshake failed for another reason. An example is a protocol that the server does not support. */
    static Optional<CertificateFault> of(SSLException failure) {
        List<Throwable> causes = Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .toList();
        // The date comes first: Java may wrap its exception in one about the path.
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
            return Optional.of(EXPIRED);
        }
        if (causes.stream().anyMatch(CertificateNotYetValidException.class::isInstance)) {
            return Optional.of(NOT_YET_VALID);
        }
        if (causes.stream().anyMatch(CertPathBuilderException.class::isInstance)) {
            return Optional.of(NOT_TRUSTED);
        }
        // A disabled algorithm also causes a CertificateException, but with a CertPathValidatorException as its cause.
        boolean isAboutHost = causes.stream().anyMatch(cause -> cause.getClass() == CertificateException.class)
                && causes.stream().noneMatch(CertPathValidatorException.class::isInstance);
        return isAboutHost ? Optional.of(OTHER_HOST) : Optional.empty();
    }
}
