import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context, Fault.NONE, Fault.error(400, 'Throttling.User', 'Request was denied due to user flow control.'))
return true
