import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

def simulator = ServiceFixture.start(basedir, context)
def modules = (1..200).collect { "routine-${it}" }
modules.each { module ->
    context.account.ensure(module, '1620876959997924701', [])
    context.account.publish(module, '1610000000000000001', ['staging', 'production'])
    new File(basedir, module).mkdirs()
    new File(basedir, "${module}/pom.xml").text = """\
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.github.edgeroutine.it</groupId>
            <artifactId>survives-a-reactor-of-two-hundred</artifactId>
            <version>1.0</version>
          </parent>
          <artifactId>${module}</artifactId>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>io.github.edgeroutine</groupId>
                <artifactId>edge-routine-maven-plugin</artifactId>
              </plugin>
            </plugins>
          </build>
        </project>
        """.stripIndent()
}
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<!-- modules -->', modules.collect { "<module>${it}</module>" }.join('\n    '))

simulator.limit(100)
simulator.scriptForever(Fault.sometimes(0.05d, 20261124L,
    Fault.error(503, 'ServiceUnavailable', 'The request has failed due to a temporary failure of the server.'),
    Fault.error(400, 'EdgeRoutine.GeneralError', 'A server error occurred: out of luck'),
    Fault.raw(502, 'text/html', '<html>Bad Gateway</html>'),
    Fault.cut(),
    Fault.cut().afterTheOperation()))
return true
