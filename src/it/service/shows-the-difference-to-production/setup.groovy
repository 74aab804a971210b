import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.account.ensure('hello', '1610000000000000001', "addEventListener('fetch', (event) => {\n  event.respondWith(new Response('hi'));\n});\n".bytes, ['production'])
ServiceFixture.addProperties(basedir, ['edge-routine.name': 'hello', 'edge-routine.environments': 'production'])
return true
