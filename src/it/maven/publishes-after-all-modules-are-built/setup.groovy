import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def account = context.account
account.ensure('shop', '1620876959997924701', ['presetCanaryZhejiang'])
account.publish('shop', '1610000000000000001', ['staging', 'production'])
return true
