// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Runs work after all modules, before Maven prints the summary, so that the work can still fail the build. Maven has no
 * phase for this, but a listener gets the event without an extension.
 */
public final class BuildEnd {

    private BuildEnd() {}

    /** Runs the works in reverse order of registration. */
    public static void call(MavenExecutionRequest request, Runnable work) {
        // Modules that are built at the same time must not undo each other's listeners.
        synchronized (request) {
            listen(request, work);
        }
    }

    private static void listen(MavenExecutionRequest request, Runnable work) {
        ExecutionListener others =
                Optional.ofNullable(request.getExecutionListener()).orElseGet(AbstractExecutionListener::new);
        // A proxy, because later versions of Maven add methods to the interface.
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                BuildEnd.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, (proxy, method, event) -> {
                    if (method.getName().equals("sessionEnded")) {
                        work.run();
                    }
                    try {
                        return method.invoke(others, event);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
