import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.raw(
    200, 'application/json', '{"Content":{"CodeRevision":"1620876959997924700"},"RequestId":"4711"}'))
return true
