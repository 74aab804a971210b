import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def code = new File(basedir, 'src/main/edge-routine/index.js').bytes
context.account.ensure('hello', '1620876959997924701', code, ['staging'])
context.account.publish('hello', '1620876959997924701', ['staging'])
context.account.ensure('hello', '1610000000000000001', 'addEventListener("fetch", somethingElse);'.bytes, ['production'])
ServiceFixture.addProperties(basedir, ['edge-routine.name': 'hello', 'edge-routine.environments': 'production', 'edge-routine.failOnDifference': 'true'])
return true
