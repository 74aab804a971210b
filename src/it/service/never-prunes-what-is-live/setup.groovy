import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
(0..7).each { context.account.ensure('hello', "16300000000000000$it".padRight(19, '0'), []) }
ServiceFixture.addProperties(basedir, ['edge-routine.name': 'hello', 'edge-routine.keep': '2'])
return true
