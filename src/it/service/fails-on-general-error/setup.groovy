import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context, Fault.NONE, Fault.error(400, 'EdgeRoutine.GeneralError', 'A server error occurred: out of luck'))
return true
