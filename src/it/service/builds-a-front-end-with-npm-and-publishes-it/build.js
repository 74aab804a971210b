// Puts the page into the code that answers with it, because a routine is one file. A bundler can do the same.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const [target] = process.argv.slice(2);
const page = await readFile('src/main/frontend/index.html', 'utf8');
const code = await readFile('src/main/frontend/index.js', 'utf8');
await mkdir(dirname(target), { recursive: true });
await writeFile(target, code.replace('__PAGE__', () => JSON.stringify(page)));
