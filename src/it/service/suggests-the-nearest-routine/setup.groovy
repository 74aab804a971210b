import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.account.ensure('other', [])
return true
