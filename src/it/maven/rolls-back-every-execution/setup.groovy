import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.account.ensure('shop', '1620876959997924702', [])
context.account.publish('shop', '1610000000000000002', ['production'])
return true
