import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context, Fault.NONE, Fault.error(403, 'Forbidden.RAM', '::set-output name=x::50% off'))
return true
