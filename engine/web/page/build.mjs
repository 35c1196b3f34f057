// Makes build/page/绩衡.html of the engine and the page's script: one file, nothing beside it, nothing from a network.
// Takes   the folder build/page with engine/engine/engine.{js,wasm} and node/node_modules.
// Gives   绩衡.html; its script and style are named by their hashes in its policy, everything else is refused.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const work = resolve(process.argv[2]);
const node = join(work, 'node');

// The types of the door, from its description.
const contract = JSON.parse(readFileSync(join(here, '../contract.json'), 'utf8'));
const names = { text: 'string', number: 'number', truth: 'boolean' };
const typed = (word) =>
  word.endsWith('?') ? `${typed(word.slice(0, -1))} | null` : word.startsWith('[') ? `${typed(word.slice(1, -1))}[]` : (names[word] ?? word);
let types = '// Made by build.mjs of engine/web/contract.json.\n';
for (const [name, keys] of Object.entries(contract.types)) {
  types += `export interface ${name} {\n`;
  for (const [key, word] of Object.entries(keys))
    types += word.startsWith('~') ? `  ${key}?: ${typed(word.slice(1))};\n` : `  ${key}: ${typed(word)};\n`;
  types += '}\n';
}
types += `export interface Calls {\n${Object.entries(contract.calls).map(([word, type]) => `  ${word}: ${type};\n`).join('')}}\n`;

const source = join(node, 'src');
rmSync(source, { recursive: true, force: true });
cpSync(join(here, 'src'), source, { recursive: true });
cpSync(join(here, 'tsconfig.json'), join(node, 'tsconfig.json'));
writeFileSync(join(source, 'contract.ts'), types);
execFileSync(process.execPath, [join(node, 'node_modules/typescript/bin/tsc'), '-p', node], { stdio: 'inherit' });

const { build } = await import(pathToFileURL(join(node, 'node_modules/vite/dist/node/index.js')).href);
async function bundled(entry) {
  const result = await build({
    root: node, configFile: false, logLevel: 'warn', publicDir: false,
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false, target: 'chrome86', minify: true, modulePreload: false,
      lib: { entry: join(source, entry), formats: ['iife'], name: 'page' },
    },
  });
  return (Array.isArray(result) ? result[0] : result).output[0].code;
}
const page = await bundled('main.tsx');
const worker = await bundled('worker.ts');
const engine = readFileSync(join(work, 'engine/engine/engine.js'), 'utf8');
const wasm = readFileSync(join(work, 'engine/engine/engine.wasm'));
const style = readFileSync(join(here, 'src/page.css'), 'utf8').trim();

// The sample: a department that the program ships with.
const sample = {};
const folder = join(root, 'scorecards/2023-tongcheng');
for (const name of readdirSync(folder).sort()) {
  if (statSync(join(folder, name)).isFile()) sample[`样例/${name}`] = readFileSync(join(folder, name), 'utf8');
}

// What is inside as data: no script of the page runs it, only the worker. It stands below the script, which shows the page
// before all of it is read.
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');
const hashed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
// Kernels below 97 ask for unsafe-eval before they compile WebAssembly; newer ones for wasm-unsafe-eval alone.
const policy = [
  "default-src 'none'", `script-src ${hashed(page)} 'wasm-unsafe-eval' 'unsafe-eval'`, `style-src ${hashed(style)}`,
  'worker-src blob:', 'img-src data: blob:', "form-action 'none'", "base-uri 'none'",
].join('; ');
const escaped = (text) => text.replaceAll('</script', '<\\/script');
if (escaped(page) !== page) throw new Error('the script holds an end of a script');
const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>绩衡</title>
<style>${style}</style>
</head>
<body>
<div id="app"><h1>绩衡</h1><p>正在准备，请稍候……</p></div>
<noscript>这个网页要用脚本，请在浏览器里允许。</noscript>
<script>${page}</script>
<script type="text/plain" id="worker">${packed(`${engine}\n${worker}`)}</script>
<script type="text/plain" id="wasm">${packed(wasm)}</script>
<script type="text/plain" id="sample">${packed(JSON.stringify(sample))}</script>
</body>
</html>
`;
mkdirSync(work, { recursive: true });
writeFileSync(join(work, '绩衡.html'), html);
const kb = (n) => `${Math.round(n / 1024)} KB`;
console.log(`${join(work, '绩衡.html')}: ${kb(Buffer.byteLength(html))} (engine ${kb(wasm.length)}, packed ${kb(packed(wasm).length)}, script ${kb(page.length)})`);
