import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault
import io.github.edgeroutine.simulator.Simulator
import io.github.edgeroutine.simulator.dcdn.DcdnAccount
import io.github.edgeroutine.simulator.esa.EsaAccount

def accounts = [dcdn: new DcdnAccount(), esa: new EsaAccount()]
def simulators = accounts.collectEntries { name, account -> [name, Simulator.start(ServiceFixture.KEY, account.service())] }
def modules = (1..200).collectEntries { ["routine-$it".toString(), it % 2 ? 'dcdn' : 'esa'] }
modules.each { module, service ->
    accounts[service].ensure(module, '1620876959997924701', [])
    accounts[service].publish(module, '1610000000000000001', ['staging', 'production'])
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
                <configuration>
                  <service>${service}</service>
                  <endpoint>${simulators[service].endpoint()}</endpoint>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """.stripIndent()
}
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<!-- modules -->', modules.keySet().collect { "<module>${it}</module>" }.join('\n    '))

def luckless = [dcdn: 'EdgeRoutine.GeneralError', esa: 'LockFailed']
simulators.each { name, simulator ->
    simulator.limit(100)
    simulator.scriptForever(Fault.sometimes(0.05d, 20261124L,
        Fault.error(503, 'ServiceUnavailable', 'The request has failed due to a temporary failure of the server.'),
        Fault.error(400, luckless[name], 'A server error occurred: out of luck'),
        Fault.raw(502, 'text/html', '<html>Bad Gateway</html>'),
        Fault.cut(),
        Fault.cut().afterTheOperation()))
}
context.putAll(accounts: accounts, simulators: simulators, modules: modules)
return true
