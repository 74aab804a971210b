import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
def live = account.live('hello')
assert live.production == live.presetCanaryZhejiang
def code = new String(account.code('hello', live.production), 'UTF-8')
assert code.startsWith('const page = "<!doctype html>\\n')
assert code.contains('<h1>Hello from the edge</h1>')
assert !code.contains('__PAGE__')
return true
