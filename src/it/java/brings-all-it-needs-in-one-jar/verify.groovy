import groovy.xml.XmlSlurper
import io.github.edgeroutine.cloud.CredentialsRun
import io.github.edgeroutine.it.KeyServices
import io.github.edgeroutine.it.ServiceFixture

import java.util.zip.ZipFile

ServiceFixture.stop(context)
assert context.account.live('hello').production == '1620876959997924701'

// Maven needs to resolve nothing more.
def installed = new File(localRepositoryPath, 'io/github/edgeroutine/edge-routine-maven-plugin')
        .listFiles().find { it.directory }
def jar = installed.listFiles().find { it.name.endsWith('.jar') }
def pom = new XmlSlurper().parse(installed.listFiles().find { it.name.endsWith('.pom') })
assert pom.parent.isEmpty()
assert pom.dependencies.dependency.every { it.scope.text() in ['provided', 'test'] }
assert pom.dependencyManagement.dependencies.dependency.every { it.scope.text() != 'import' }

// The jar names everything in it that comes from others.
def names = new ZipFile(jar).withCloseable { zip -> zip.entries().collect { it.name } }
assert names.count { it.endsWith('pom.properties') } >= 14
assert names.containsAll(['META-INF/LICENSE', 'META-INF/NOTICE', 'META-INF/licenses/bouncy-castle.txt', 'META-INF/licenses/jaxb-api.txt'])
assert !names.any { it ==~ /META-INF\/(.*\.(SF|RSA|DSA)|versions\/.*)/ }
assert jar.length() < 3_500_000

// Each provider of the SDK's chain, in a JVM that has only the jar and the calling class.
def asks = CredentialsRun.name.replace('.', '/') + '.class'
def classes = new File(basedir, 'classes')
new File(classes, asks).with {
    parentFile.mkdirs()
    bytes = CredentialsRun.getResource("/$asks").bytes
}
def home
def file = { String name, String text -> new File(home, name).with { parentFile.mkdirs(); it.text = text; path } }
def profile = { String more -> file('.aliyun/config.json', """
    {"current":"ci","profiles":[{"name":"ci","region_id":"cn-hangzhou",$more}]}"""); [:] }
def credentials = { String type -> [CREDENTIALS_FILE: file('credentials.ini', """
    [default]
    enable = true
    type = $type
    region_id = cn-hangzhou
    access_key_id = LTAI5tIntegrationFile
    access_key_secret = secret
    role_arn = arn
    role_session_name = ci
    """.stripIndent())] }
def pair = '"access_key_id":"LTAI5tIntegrationProf","access_key_secret":"secret"'
def key = { String id, Map more = [:] -> [ACCESS_KEY_ID: id, ACCESS_KEY_SECRET: 'secret'] + more }

def keys = new KeyServices(basedir)
def places = [
    'environment'           : ['Envi', { key('LTAI5tIntegrationEnvi') }],
    'environment with token': ['Envi, with an STS token', { key('STS.NTIntegrationEnvi', [SECURITY_TOKEN: 'token']) }],
    'OIDC role'             : ['Role, with an STS token', { [ROLE_ARN: 'arn', OIDC_PROVIDER_ARN: 'arn', OIDC_TOKEN_FILE: file('token', 'jwt')] }],
    'CLI profile, key'      : ['Prof', { profile('"mode":"AK",' + pair) }],
    'CLI profile, role'     : ['Role, with an STS token', { profile('"mode":"RamRoleArn","ram_role_arn":"arn","ram_session_name":"ci",' + pair) }],
    'CLI profile, ECS'      : ['Inst, with an STS token', { profile('"mode":"EcsRamRole","ram_role_name":"builder"') + [ECS_METADATA_DISABLED: 'false'] }],
    'credentials file, key' : ['File', { credentials('access_key') }],
    'credentials file, role': ['Role, with an STS token', { credentials('ram_role_arn') }],
    'credentials URI'       : ['Addr, with an STS token', { [CREDENTIALS_URI: keys.uri()] }],
    'ECS role'              : ['Inst, with an STS token', { [ECS_METADATA_DISABLED: 'false', ECS_METADATA: 'builder'] }],
]
def runs = places.collectEntries { name, place ->
    home = new File(basedir, "home of $name")
    def java = new ProcessBuilder([System.getProperty('java.home') + '/bin/java', "-Duser.home=$home", *keys.options(),
            '-cp', "$jar$File.pathSeparator$classes", CredentialsRun.name]*.toString()).redirectErrorStream(true)
    java.environment().keySet().removeIf { it.startsWith('ALIBABA_CLOUD_') }
    java.environment().putAll(keys.environment())
    ([ECS_METADATA_DISABLED: 'true'] + place[1]()).each { variable, value -> java.environment()["ALIBABA_CLOUD_$variable".toString()] = value }
    [name, java.start()]
}
def found = runs.collectEntries { name, run -> [name, run.inputStream.text.trim()] }
keys.close()
found.each { name, said -> assert said.endsWith("AccessKey id ending in ${places[name][0]}"), "$name: $said" }
return true
