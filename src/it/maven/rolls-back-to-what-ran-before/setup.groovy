import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.account.publish('hello', '1615000000000000001', ['presetCanaryZhejiang'])
return true
