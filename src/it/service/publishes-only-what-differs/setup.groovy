import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.account.publish('hello', '1620876959997924701', ['presetCanaryZhejiang'])
return true
