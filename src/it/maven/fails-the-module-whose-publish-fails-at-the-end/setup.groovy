import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context, Fault.NONE, Fault.NONE, Fault.error(403, 'Forbidden.RAM', 'Not you.'))
context.account.ensure('shop', '1620876959997924701', ['presetCanaryZhejiang'])
context.account.publish('shop', '1610000000000000001', ['staging', 'production'])
return true
