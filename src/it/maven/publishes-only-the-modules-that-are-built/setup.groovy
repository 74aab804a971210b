import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def account = context.account
['hello', 'shop'].each { account.ensure(it, '1620876959997924701', ['production']) }
return true
