import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.form()*.Envs.findAll() == [
    '["presetCanaryZhejiang"]', '["production"]', '["production"]',
    '["presetCanaryZhejiang","production"]', '["production"]']
assert context.account.live('hello') == [
    staging: '1610000000000000001',
    production: '1610000000000000001',
    presetCanaryZhejiang: '1610000000000000001']
assert context.account.live('shop').production == '1610000000000000002'
assert new File(basedir, 'target/edge-routine/publish-hello.json').file
assert new File(basedir, 'target/edge-routine/publish-shop.json').file
assert new File(basedir, 'build.log').text.contains('; the POM sets it only in executions, so run edge-routine:status@canary or'
    + ' edge-routine:status@production or edge-routine:status@shop')
return true
