import io.github.edgeroutine.it.ServiceFixture

context.services.values().each { it.close() }
context.front.close()
context.proxy.close()

def log = new File(basedir, 'build.log').text
assert log.contains('refused the connection. Nothing was changed.')
assert log.contains('did not answer within 1 s')
assert log.contains('the TLS handshake with https://127.0.0.1:')
assert log.contains("SignatureDoesNotMatch, 'Specified signature is not matched with our calculation.'")
assert log.contains("Throttling.User, 'Request was denied.'")
assert log.contains('[WARNING]') && context.services.throttle.calls().size() > 1
assert log.contains("the answer was HTTP 502 with '<html>")
assert log.contains("(proxy corp in settings.xml, with a user) rejected the user or the password")
assert log.contains('AccessKey id ending in 0001, with an STS token')
assert log.contains('[DEBUG]')

assert log.contains('Could not set the variables API_TOKEN, DB_PASSWORD of production of routine hello: the answer was HTTP 502')
def esa = context.services.esa.calls()*.action()
assert esa.containsAll(['SetRoutineEnvironmentVariables', 'PostObject', 'CreateRoutineCodeDeployment'])

def field = { service, name ->
    context.services[service].calls().find { it.action() == 'PostObject' }.form()[name]
}
def once = { URLEncoder.encode(it, 'UTF-8').replace('+', '%20').replace('*', '%2A').replace('%7E', '~') }
// In Base64 the same bytes look different after one or two other bytes. The characters that depend on these are cut off.
def base64 = { secret -> (0..2).collect { before ->
    def bytes = (' ' * before + secret).bytes
    def text = Base64.encoder.withoutPadding().encodeToString(bytes)
    text.substring([0, 2, 3][before], text.size() - (bytes.size() % 3 ? 1 : 0))
} }
def spellings = { secret -> [secret, once(secret), once(once(secret))] + base64(secret) }
def proxyPassword = 'it/proxy+pass=word&Trap'
def key = ServiceFixture.TEMPORARY_KEY
def secrets = [key.id(), key.secret(), key.securityToken(), proxyPassword, "bob:$proxyPassword".toString(),
               field('upload', 'Signature'), field('upload', 'policy'), field('esa', 'Signature'), field('esa', 'policy'),
               field('esa', 'x-oss-security-token')] + context.variables

def leaks = { text -> secrets.findAll { secret -> spellings(secret).any { text.contains(it) } } +
        (text =~ /(?i)signature=[^*\s]/).collect { it } }
// The search finds each secret in each spelling.
secrets.each { secret -> spellings(secret).each { assert leaks("a $it b").contains(secret) } }
assert leaks('?Signature=a') && leaks("x${"xy$proxyPassword".bytes.encodeBase64()}")

assert leaks(log) == []
def files = []
basedir.eachFileRecurse(groovy.io.FileType.FILES) { if (basedir.toPath().relativize(it.toPath()).any { it.toString() == 'target' }) files << it }
assert files.any { it.name == 'publish.json' }
files.each { assert leaks(it.getText('ISO-8859-1')) == [], it }
return true
