import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.error(403, 'Forbidden.RAM', '::set-output name=x::50% off'))
return true
