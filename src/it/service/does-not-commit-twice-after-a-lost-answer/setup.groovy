import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.cut().afterTheOperation())
return true
