context.user.join()
def file = new File(basedir, 'src/main/edge-routine/index.js')
def broken = "<codeFile> (-Dedge-routine.codeFile) cannot be parsed: SyntaxError: Unexpected token 'new' in $file:4:11: " +
    'retur new Response(`first ${new URL(request.url).pathname}`);.'
assert context.answers == ['200 first /greet', "503 $broken", '200 third /greet']

def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] The code is served at http:\/\/127\.0\.0\.1:\d+\/ by Node\.js \d+\.\d+ \(.+\)\. Stop it with Ctrl-C\./
assert log =~ /\[INFO\] Loaded index\.js \(\d+ bytes\)\./
assert log.contains("[WARNING] ${broken[0..-2]}. Every request gets this answer until the code is changed.")
assert log =~ /\[INFO\] The code logged: asked\R\[INFO\] GET \/greet 200, \d+ ms/
assert log =~ /\[INFO\] GET \/greet 503, \d+ ms/
assert !log.contains('key=value')

// The server ends with the build, and its files are deleted.
assert context.nodes.size() == 1
assert context.nodes.every { !it.alive }
try {
    new URL(context.address).text
    assert false : 'somebody still answers there'
} catch (ConnectException e) {
    // Nobody does.
}
