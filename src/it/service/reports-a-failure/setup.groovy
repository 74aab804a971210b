import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.error(400, 'Throttling.User', 'Request was denied due to user flow control.'))
return true
