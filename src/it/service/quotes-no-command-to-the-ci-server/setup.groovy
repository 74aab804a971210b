import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

def message = 'Stop.\r\n::error file=pom.xml::Hacked\n##vso[task.setvariable variable=PATH]/tmp\n##teamcity[buildStop]\u001b[2K\u001b[31mred\u202e'
ServiceFixture.start(basedir, context, Fault.NONE, Fault.error(400, 'Throttling.User', message))
return true
