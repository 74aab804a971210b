import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def account = context.account
['a', 'b'].each {
    account.ensure(it, '1620876959997924701', ['production'])
    account.publish(it, '1610000000000000001', ['production'])
}
return true
