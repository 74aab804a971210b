import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.cut().afterTheOperation())
return true
