import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
(0..7).each { context.account.ensure('hello', "16300000000000000$it".padRight(19, '0'), []) }
return true
