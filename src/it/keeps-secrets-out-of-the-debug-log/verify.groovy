import io.github.edgeroutine.it.Stage

def simulator = Stage.lower(context)
assert simulator.calls().size() == 1

def log = new File(basedir, 'build.log').text
assert log.contains('refused the connection. Nothing was changed.')
assert log.contains("SignatureDoesNotMatch, 'Specified signature is not matched with our calculation.'")
assert log.contains('with an STS token')
assert !log.contains('Signature=')
[Stage.TEMPORARY_KEY.id(), Stage.TEMPORARY_KEY.secret(), Stage.TEMPORARY_KEY.securityToken()].each { secret ->
    def once = URLEncoder.encode(secret, 'UTF-8').replace('+', '%20').replace('*', '%2A').replace('%7E', '~')
    def twice = URLEncoder.encode(once, 'UTF-8')
    [secret, once, twice, secret.bytes.encodeBase64().toString()].each { assert !log.contains(it) }
}
return true
