def log = new File(basedir, 'build.log').text
assert log =~ /production +\d{19} +published/
assert log =~ /unchanged, nothing was uploaded/
assert log.count('BUILD SUCCESS') == 2
assert log.contains('index.js (1.4 kB)')

def written = new File(basedir, 'target/edge-routine').listFiles().findAll { it.file }
assert written*.name.containsAll(['publish.json', 'publish.html'])
written.each { assert !(it.getText('UTF-8') =~ /(?![0-9])\p{Nd}/), it }
return true
