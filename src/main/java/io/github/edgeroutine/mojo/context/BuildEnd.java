// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Has something done when every module has come through or failed, and before Maven sums the build up, so that it can
 * still fail. There is no phase for that; a listener of the build hears of it without being an extension.
 */
public final class BuildEnd {

    private BuildEnd() {}

    /** What is asked for first is done last. */
    public static void call(MavenExecutionRequest request, Runnable work) {
        // Modules that are built at the same time must not undo each other's listeners.
        synchronized (request) {
            listen(request, work);
        }
    }

    private static void listen(MavenExecutionRequest request, Runnable work) {
        ExecutionListener others =
                Optional.ofNullable(request.getExecutionListener()).orElseGet(AbstractExecutionListener::new);
        // Not a class of its own: what later Mavens add to the interface has to reach the others too.
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
