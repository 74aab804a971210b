import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def quoted = "Throttling.User, 'Stop. : :error file=pom.xml: :Hacked # #vso[task.setvariable variable=PATH]/tmp # #teamcity[buildStop] [2K [31mred' (request id "
def log = new File(basedir, 'build.log').text
assert log.split('\n').any { it.contains('Could not publish') && it.contains(quoted) && it.contains('Nothing was changed.') }
def file = new File(basedir, 'target/edge-routine/publish.json').text
def report = new JsonSlurper().parseText(file)
assert report.failure.contains(quoted)
assert report.calls[1].failure.startsWith(quoted)

// The log also contains Maven's own colours, which are ignored.
['::', '##', '\u001b[2K', '\u001b[31m', '\u202e', '\nHacked', '\r'].each { assert !log.contains(it) && !file.contains(it) }
return true
