import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
// Another name, because another test may have published hello at the same port.
context.account.publish('unseen', '1610000000000000001', ['production'])
context.account.ensure('unseen', '1620876959997924701', [])
ServiceFixture.addProperties(basedir, ['edge-routine.name': 'unseen'])
return true
