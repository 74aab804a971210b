import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
assert ServiceFixture.stop(context).calls()*.action().count('PublishRoutineCodeRevision') == 1
def log = new File(basedir, 'build.log').text
assert log =~ /Published revision 1620876959997924701 of routine hello in production, but it does not work\. The probe \S+\/shop failed for 0 s: the status is 500 instead of 200\. Now production runs 1620876959997924701\./
assert log =~ /Up to date: revision 1620876959997924701 of routine hello in production, but it does not work\. The probe \S+\/shop failed for 0 s: the status is 500 instead of 200\. This build published nothing, so nothing is restored\./
assert log.findAll(/Probe \S+\/gone answered 404 as expected\./).size() == 3
assert log.findAll(/Probe \S+\/shop answered 200 as expected\./).size() == 1
def report = new JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json'))
assert report.result == 'up-to-date'
assert report.probes*.held == [true, true]
assert report.probes*.status == [404, 200]
assert report.probes.every { it.asked ==~ /\d{4}-\d\d-\d\dT[\d:.]+Z/ && it.durationMillis >= 0 }
assert report.message == 'Greet <everybody> not ***'
assert new File(basedir, 'target/edge-routine/publish.html').text.contains('Greet &lt;everybody&gt; not ***')
def summary = new File(basedir, 'summary.md').text
assert summary.contains('\n\nGreet &lt;everybody> not \\*\\*\\*\n\n')
assert summary =~ /\| http:\/\/127\.0\.0\.1:\d+\/gone \| 404 \| \S+Z \| \d+ ms \| passed \|/
assert log.findAll(/\[INFO\] Look at http:\/\/127\.0\.0\.1:\d+\/shop\R/).size() == 1
