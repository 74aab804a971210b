import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.error(400, 'EdgeRoutine.GeneralError', 'A server error occurred: out of luck'))
return true
