import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Simulator
import io.github.edgeroutine.simulator.dcdn.DcdnAccount
import io.github.edgeroutine.simulator.esa.EsaAccount

context.account = new DcdnAccount()
context.account.publish('hello', '1610000000000000001', ['production'])
context.esa = new EsaAccount()
context.simulator = Simulator.start(ServiceFixture.KEY, context.account.service(), context.esa.service())
ServiceFixture.addProperties(basedir, ['edge-routine.endpoint': context.simulator.endpoint().toString()])
return true
