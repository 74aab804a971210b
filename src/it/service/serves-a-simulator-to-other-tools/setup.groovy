import groovy.json.JsonSlurper
import io.github.edgeroutine.simulator.AccessKey
import io.github.edgeroutine.simulator.Caller

// The build runs until it is stopped, so another thread acts as the other program.
context.answers = []
context.program = Thread.startDaemon {
    def file = new File(basedir, 'target/edge-routine/simulator.json')
    def end = System.nanoTime() + 60e9
    while (!file.exists() && System.nanoTime() < end) {
        sleep(20)
    }
    def told = new JsonSlurper().parse(file)
    try {
        context.told = told
        told.accessKeys.each { key ->
            def caller = { service -> new Caller(URI.create(told.endpoint),
                new AccessKey(key.accessKeyId, key.accessKeySecret, key.securityToken), told.services[service]) }
            context.answers << caller('dcdn').call('DescribeRoutine', [Name: 'hello']).statusCode()
            context.answers << caller('dcdn').call('DescribeRoutineSpec', [:]).statusCode()
            context.answers << caller('esa').call('GetRoutine', [Name: 'hello']).statusCode()
        }
    } finally {
        ProcessHandle.of(told.processId).ifPresent { it.destroy() }
    }
}
return true
