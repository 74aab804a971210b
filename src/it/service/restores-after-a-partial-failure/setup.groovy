import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

def simulator = ServiceFixture.start(basedir, context)
def half = { context.account.publish('hello', '1620876959997924701', ['production']) }
simulator.script(Fault.NONE, Fault.error(400, 'EdgeRoutine.GeneralError', 'A server error occurred: half way').after(half))
return true
