import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('''
[INFO] --- production 1610000000000000001
[INFO] +++ index.js
[INFO] @@ -1,3 +1,3 @@
[INFO]  addEventListener('fetch', (event) => {
[INFO] -  event.respondWith(new Response('hi'));
[INFO] +  event.respondWith(new Response('hello'));
[INFO]  });
''')
assert !new JsonSlurper().parse(new File(basedir, 'target/diff.json')).same
assert new File(basedir, 'target/live.js').text.contains("'hi'")
assert simulator.calls()*.action().toSet() == ['DescribeRoutine', 'DescribeRoutineCodeRevision'] as Set
