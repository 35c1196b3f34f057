// Does each job of the page as a person would, and holds its answers to the program's.
//   node page_test.mjs build/page build/release/engine/jiheng [WORD]: with a word only the jobs whose name holds it
// Pictures of every view at three sizes are kept in build/page/pictures. Last line: "N passed, N failed".
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { keyboardJobs } from './keyboard_jobs.mjs';
import { openJobs, strangerJobs } from './open_jobs.mjs';
import { factsJobs } from './facts_jobs.mjs';
import { fillJobs } from './fill_jobs.mjs';
import { planJobs } from './plan_jobs.mjs';
import { reviewJobs } from './review_jobs.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const work = resolve(process.argv[2]);
const program = resolve(process.argv[3]);
const require = createRequire(join(work, 'node/x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(join(work, '绩衡.html')).href;
const pictures = join(work, 'pictures');
if (!process.argv[4]) rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const onlyTheProgram = /\.(xls|doc|et|wps|rtf)$/; // through LibreOffice: the page has none
const scratch = mkdtempSync(join(tmpdir(), 'jiheng-page-'));

let passed = 0;
let failed = 0;
function expect(what, got, wanted) {
  const same = Buffer.isBuffer(got) ? got.equals(wanted) : JSON.stringify(got) === JSON.stringify(wanted);
  if (same) ++passed;
  else {
    ++failed;
    const short = (v) => (Buffer.isBuffer(v) ? `${v.length} bytes` : String(JSON.stringify(v)).slice(0, 300));
    console.log(`FAIL ${what}: ${short(got)}, wanted ${short(wanted)}`);
  }
}
const only = process.argv[4] ?? '';
const jobs = [];
/** Done below: those whose times are told first and `alone`, then the others, two at a time, each in a window of its own; a `long`
    one begins first. */
function job(what, does, when = '') {
  if (what.includes(only)) jobs.push({ what, does, when });
}
async function workOn(list) {
  for (let next = list.shift(); next; next = list.shift()) {
    const begin = Date.now();
    try {
      await next.does();
      console.log(`     ${next.what} (${Date.now() - begin} ms)`);
    } catch (fault) {
      ++failed;
      console.log(`FAIL ${next.what}: ${fault instanceof Error ? fault.stack : fault}`);
    }
  }
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--no-zygote'] });
let requests = 0;
async function newPage(size = { width: 1366, height: 768 }, context = undefined, more = {}) {
  const owner = context ?? (await browser.newContext({ viewport: size, acceptDownloads: true, ...more }));
  const page = await owner.newPage();
  page.setDefaultTimeout(Number(process.env.JIHENG_PATIENCE ?? 180000)); // a machine that is busy with other things
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) ++requests;
  });
  page.on('pageerror', (fault) => {
    ++failed;
    console.log(`FAIL a fault in the page: ${fault.message}`);
  });
  page.on('console', (said) => {
    if (said.type() === 'error') {
      ++failed;
      console.log(`FAIL the page complains: ${said.text()}`);
    }
  });
  await page.addInitScript(() => {
    const look = () => (document.querySelector('nav button:not([disabled])') ? (window.jihengReady = performance.now()) : setTimeout(look, 5));
    look();
  });
  await page.goto(address);
  await page.waitForSelector('nav button:not([disabled])');
  return page;
}
const total = (page) => page.textContent('.bar output');
const run = (args, cwd = root) => spawnSync(program, args, { cwd, maxBuffer: 1 << 28, env: { ...process.env, JIHENG_SCHEME: '' } });
/** What the program prints, while other things go on. */
const runMeanwhile = (args) =>
  new Promise((done) => {
    execFile(program, args, { cwd: root, maxBuffer: 1 << 28, encoding: 'buffer', env: { ...process.env, JIHENG_SCHEME: '' } }, (_, out) => done(out));
  });
const filesBelow = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => (name.startsWith('.') ? [] : filesBelow(join(path, name)))) : [path];
const put = (page, path) => {
  const files = filesBelow(join(root, path)).map((file) => [file.slice(root.length + 1), readFileSync(file).toString('base64')]);
  return page.evaluate(
    async ([list, opened]) => {
      const engine = window.jiheng.engine;
      await engine.call('clear');
      const bytes = list.map(([name, text]) => [name, Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer]);
      await engine.call('open', { paths: [opened] }, bytes);
    },
    [files, path],
  );
};
const output = async (page, wanted) => {
  const text = await page.evaluate(async (parameters) => {
    const answer = await window.jiheng.engine.output(parameters).catch(() => undefined);
    if (!answer) return '';
    const bytes = new Uint8Array(answer.data);
    let binary = '';
    for (let i = 0; i < bytes.length; i += 32768) binary += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return btoa(binary);
  }, wanted);
  return Buffer.from(text, 'base64');
};

/** Names and hashes of the files in a zip, and in a folder. */
const python = (code, ...args) => JSON.parse(String(spawnSync('python3', ['-c', code, ...args.slice(1)], { input: args[0] }).stdout));
const inZip = (bytes) => python('import sys,zipfile,json,hashlib,io\nz=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\nprint(json.dumps(sorted([n,hashlib.sha256(z.read(n)).hexdigest()] for n in z.namelist())))', bytes);
const inFolder = (path) => python('import sys,os,json,hashlib\nd=sys.argv[1]\nprint(json.dumps(sorted([n,hashlib.sha256(open(os.path.join(d,n),"rb").read()).hexdigest()] for n in os.listdir(d))))', '', path);
/** Until the work that this browser keeps is as wanted: a text of each tab. */
const keptWork = async (page, wanted) => {
  const isKept = (words) =>
    new Promise((done, failed) => {
      const request = indexedDB.open('jiheng', 1);
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        const all = request.result.transaction('work').objectStore('work').getAll();
        all.onsuccess = () => {
          request.result.close();
          const texts = all.result.map((kept) => `${kept.name}\n${new TextDecoder().decode(kept.bytes)}`);
          done(words.every((word) => texts.some((text) => text.includes(word))));
        };
      };
    });
  for (let i = 0; !(await page.evaluate(isKept, wanted)); ++i) {
    if (i === 600) throw new Error(`never kept: ${wanted.join(' ')}`);
    await page.waitForTimeout(100);
  }
};

job('starts, and asks the network for nothing', async () => {
  const page = await newPage();
  const [shown, ready, rules] = await page.evaluate(async () => {
    const kept = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    const until = async (test) => {
      while (!test()) await new Promise((done) => setTimeout(done, 5));
      return performance.now();
    };
    return [kept, window.jihengReady, await until(() => window.jiheng.now().schemes)].map(Math.round);
  });
  console.log(`     start: something to read ${shown} ms, ready ${ready} ms, rules read ${rules} ms; file: ${Math.round(statSync(join(work, '绩衡.html')).size / 1024)} KB`);
  expect('the title', await page.title(), '绩衡');
  await page.context().close();
}, 'alone');

job('a first user: sample, form, score at once, why, undo', async () => {
  const page = await newPage();
  await page.click('text=看样例');
  await page.waitForSelector('text=读到 27 张表');
  await page.click('button.link:has-text("就业专项资金县级配套")');
  await page.waitForSelector('table.form');
  expect('total of p26', await total(page), '98.37');
  const cell = page.locator('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]');
  await cell.fill('9万元');
  const begin = Date.now();
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.67'); // 3 × 8 ÷ 9 = 2.67 of 3
  console.log(`     edit to total on screen, as the driver sees it: ${Date.now() - begin} ms`);
  const measured = await page.evaluate(async () => {
    const { engine, now } = window.jiheng;
    const table = now.call(window.jiheng).table;
    const row = table.rows.findIndex((r) => r.name.startsWith('2023 年发放符合'));
    const begin = performance.now();
    for (let i = 0; i < 10; ++i) await engine.call('edit', { table: table.number, row, field: '实际完成值', text: i % 2 ? '9万元' : '10万元', changes: true });
    const engineTime = (performance.now() - begin) / 10;
    for (let i = 0; i < 10; ++i) await engine.call('undo');
    await engine.call('table', { table: table.number });
    // A key in the cell to the new total on screen: until the frame after it stands there.
    const cell = [...document.querySelectorAll('textarea')].find((one) => one.getAttribute('aria-label').startsWith('2023 年发放符合') && one.dataset.kind === '实际完成值');
    const times = [];
    for (const [text, wanted] of [['10万元', '99.40'], ['9万元', '99.67'], ['10万元', '99.40'], ['9万元', '99.67']]) { // 3 × 8 ÷ 10 = 2.4
      cell.focus();
      const from = performance.now();
      cell.value = text;
      cell.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => {
        const look = () => (document.querySelector('.bar output').textContent === wanted ? requestAnimationFrame(done) : requestAnimationFrame(look));
        look();
      });
      times.push(performance.now() - from);
    }
    return [engineTime, times.map((t) => Math.round(t))];
  });
  console.log(`     one edit: engine and message ${measured[0].toFixed(1)} ms; key to total on screen ${measured[1].join(', ')} ms`);
  await page.waitForFunction(() => document.querySelector('.live').textContent === '总分 99.67，优'); // said to a screen reader once the fingers rest
  await page.keyboard.press('Tab');
  await cell.fill('看情况');
  await page.waitForSelector('.open:has-text("待核")');
  await page.screenshot({ path: join(pictures, '填表-待核.png') });
  expect('a total that is open', await total(page), '97.00-100.00');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.67');
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Control+z'); // those that were measured, and the first
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '98.37');
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.67');
  await page.keyboard.press('Control+z');
  await page.click('td.score button[aria-label^="2023 年发放"]');
  await page.waitForSelector('aside.why:has-text("反向按比例：分值×目标值÷完成值")');
  expect('pieces of the target', await page.locator('aside.why .piece').allTextContents().then((all) => all.slice(0, 3)), ['≤比较号', '8万数', '元单位']);
  await page.fill('aside.why input', '50%');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '98.50'); // half of 3
  await page.context().close();
}, 'alone');

job('the keyboard alone', async () => {
  const page = await newPage();
  await page.evaluate(() => [...document.querySelectorAll('button')].find((b) => b.textContent === '看样例').focus());
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=读到 27 张表');
  await page.evaluate(() => [...document.querySelectorAll('button.link')].find((b) => b.textContent === '工伤病残等级鉴定费').focus());
  await page.keyboard.press('Enter');
  await page.waitForSelector('textarea.cell');
  await page.locator('textarea[data-kind="实际完成值"]').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => {
    const column = [...document.querySelectorAll('textarea[data-kind="实际完成值"]')];
    return column.indexOf(document.activeElement);
  });
  expect('arrow down goes to the next row', second, 1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect('Enter too', await page.evaluate(() => [...document.querySelectorAll('textarea[data-kind="实际完成值"]')].indexOf(document.activeElement)), 1);
  const column = () => page.locator('textarea[data-kind="实际完成值"]').evaluateAll((cells) => cells.slice(0, 3).map((cell) => cell.value));
  const before = await column();
  await page.locator('textarea[data-kind="实际完成值"]').first().evaluate((cell) => {
    const data = new DataTransfer();
    data.setData('text/plain', '11人\t甲\r\n12人\t乙\r\n13人\t丙\r\n');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector('text=贴进 3 格', { state: 'attached' });
  expect('a block of a spreadsheet goes down the column', await column(), ['11人', '12人', '13人']);
  expect('what does not fit is said', (await page.textContent('p.note')).includes('3 格不是能填的格子，没有贴'), true);
  await page.keyboard.press('Control+z');
  await page.waitForFunction((first) => document.querySelector('textarea[data-kind="实际完成值"]').value === first, before[0]);
  expect('and is taken back in one step', await column(), before);
  // Sideways, from a cell that was come into; inside a text the arrows stay inside.
  await page.locator('textarea[data-kind="实际完成值"]').first().focus();
  const kind = () => page.evaluate(() => document.activeElement.dataset.kind);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  expect('to the left', await kind(), '年初目标值');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  expect('inside the text', await kind(), '年初目标值');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  expect('to the right', await kind(), '实际完成值');
  const was = (await column())[1];
  await page.keyboard.type('77');
  await page.waitForFunction(() => document.activeElement.value === '77');
  await page.keyboard.press('Escape');
  expect('Escape gives back what was there', (await column())[1], was);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect('Ctrl+S saves', saved.suggestedFilename(), '自评表存盘.yaml');
  await page.context().close();
});

/** A block on the clipboard, pasted where the keyboard is. */
const pasteHere = (page, text) =>
  page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

job('a new table: rows, a block, moved, removed, undone to the last', async () => {
  const page = await newPage();
  await page.click('summary:has-text("填一张新表")');
  await page.selectOption('details.new label:has-text("方案") select', 'national-2020');
  await page.fill('details.new label:has-text("年度") input', '2024');
  await page.fill('details.new label:has-text("单位名称") input', '某县公路局');
  await page.click('details.new button:has-text("开始填")');
  await page.waitForSelector('.rowbar');
  await page.fill('.rowbar label:has-text("项目名称") input', '农村公路养护');
  await page.keyboard.press('Tab');
  await page.waitForSelector('.bar option:has-text("农村公路养护")', { state: 'attached' });
  const cell = (kind, row) => page.locator(`textarea[data-kind="${kind}"][data-row="${row}"]`);
  const rows = () => page.locator('textarea[data-kind="三级指标"]').count();
  const names = () => page.locator('textarea[data-kind="三级指标"]').evaluateAll((cells) => cells.map((c) => c.value).filter((v) => v));
  const atFirst = await rows();
  await cell('三级指标', 0).focus();
  // As Excel copies it: a name with a break inside its cell, quotes in a name, four columns.
  await pasteHere(page, '养护里程\t≥100公里\t120公里\t20\r\n"完成\r\n""小修""处数"\t≥30处\t24处\t15\r\n桥涵检查\t≥12座\t12座\t十五\r\n');
  await page.waitForSelector('p.note:has-text("贴进 11 格")');
  expect('breaks and quotes inside a cell', await names(), ['养护里程', '完成"小修"处数', '桥涵检查']);
  expect('what was not pasted', (await page.textContent('p.note')).includes('分值不能是“十五”'), true);
  expect('and what is missing there', await page.textContent('td > .open'), '待核：没有分值，算不出得分。点“改表”，填上分值。');
  await page.screenshot({ path: join(pictures, '填表-新表.png'), fullPage: true });
  await page.waitForFunction(() => document.querySelector('td.score button[aria-label^="完成"]')?.textContent === '12'); // 15 × 24 ÷ 30
  await cell('三级指标', 1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(() => document.querySelector('textarea[data-kind="三级指标"]').value === '完成"小修"处数');
  expect('the keyboard went with the row', await page.evaluate(() => [document.activeElement.dataset.row, document.activeElement.dataset.kind]), ['0', '三级指标']);
  await page.click('.rowbar button:has-text("下移")');
  await page.waitForFunction(() => document.querySelector('textarea[data-kind="三级指标"]').value === '养护里程');
  await page.keyboard.press('Alt+Insert');
  await page.waitForFunction((n) => document.querySelectorAll('textarea[data-kind="三级指标"]').length === n, atFirst + 1);
  await page.waitForFunction(() => document.activeElement.dataset.row === '2');
  await page.keyboard.type('应急抢修');
  await page.waitForFunction(() => window.jiheng.now().table.rows[2].name === '应急抢修');
  await page.click('.rowbar button:has-text("删这行")');
  await page.waitForFunction((n) => document.querySelectorAll('textarea[data-kind="三级指标"]').length === n, atFirst);
  await page.click('.rowbar button:has-text("个空行")');
  await page.waitForFunction(() => document.querySelectorAll('textarea[data-kind="三级指标"]').length === 3);
  await page.screenshot({ path: join(pictures, '填表-改表.png') });
  await page.evaluate(axe);
  expect('axe 改表', await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id))), []);
  const last = await page.evaluate(() => JSON.stringify(window.jiheng.now().table));
  const steps = await page.evaluate(() => window.jiheng.now().undo);
  for (let i = 1; i < steps; ++i) await page.keyboard.press('Control+z');
  await page.waitForFunction(() => window.jiheng.now().undo === 1);
  expect('all taken back: the blank table', [await rows(), await names()], [atFirst, []]);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => window.jiheng.now().desk.tables.length === 0);
  for (let i = 0; i < steps; ++i) await page.keyboard.press('Control+y');
  await page.waitForFunction(() => window.jiheng.now().redo === 0 && window.jiheng.now().undo > 0);
  expect('all made again', JSON.parse(await page.evaluate(() => JSON.stringify(window.jiheng.now().table))), JSON.parse(last));
  await page.context().close();
});

job('a table like last year\'s', async () => {
  const page = await newPage();
  await page.click('text=看样例');
  await page.waitForSelector('text=读到 27 张表');
  await page.click('summary:has-text("填一张新表")');
  await page.selectOption('details.new label:has-text("照着") select', { label: 'p26 就业专项资金县级配套（2023 年）' });
  expect('the year after it', await page.inputValue('details.new label:has-text("年度") input'), '2024');
  await page.click('details.new button:has-text("开始填")');
  await page.waitForSelector('.rowbar');
  expect('no actual value is taken over', await page.locator('textarea[data-kind="实际完成值"]').evaluateAll((cells) => cells.filter((c) => c.value).length), 0);
  expect('its targets are', await page.locator('textarea[data-kind="年初目标值"]').evaluateAll((cells) => cells.some((c) => c.value === '≤8万元')), true);
  await page.context().close();
});

job('typed fast and slowly: every key stays', async () => {
  const page = await newPage();
  await page.setInputFiles('input[aria-label="选文件"]', join(root, 'scorecards/2023-tongcheng/p26.yaml'));
  const cells = page.locator('textarea[data-kind="实际完成值"]');
  await cells.first().waitFor();
  for (const delay of [0, 30, 60, 90]) {
    for (let i = 0; i < 4; ++i) {
      const text = `${delay}${i}1.2345万元`;
      await cells.nth(i).selectText();
      await page.keyboard.type(text, { delay });
      await page.waitForFunction(() => window.jiheng.now().busy === '');
      await page.waitForTimeout(200); // answers to what was typed before
      expect(`typed at ${delay} ms a key`, await cells.nth(i).inputValue(), text);
    }
  }
  await page.context().close();
});

/** Files and folders of the project dragged into the window, as the system hands them over. */
async function drag(page, ...paths) {
  const mouse = await page.context().newCDPSession(page);
  const data = { items: [], files: paths.map((path) => join(root, path)), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await mouse.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
}
job('dragged in: files and a folder', async () => {
  const page = await newPage();
  await drag(page, 'samples/documents/2023-selfeval.xlsx', 'samples/good/national-2020.yaml');
  await page.waitForFunction(() => window.jiheng.now().desk?.tables.length === 3);
  await drag(page, 'scorecards/2023-tongcheng');
  await page.waitForFunction(() => window.jiheng.now().desk?.tables.length === 3 + 27);
  await page.context().close();
});

/** Presses 停下 as soon as so many are read: inside the page, which on a busy machine is done before a click from outside comes. */
const stopAt = (page, many) =>
  page.evaluate((wanted) => new Promise((done) => {
    const look = () => {
      const button = document.querySelector('.progress button');
      if (!button || document.querySelector('.progress progress').value < wanted) return void requestAnimationFrame(look);
      button.click();
      done();
    };
    look();
  }), many);
job('long work says how far it is and is stopped', async () => {
  const page = await newPage();
  const folder = join(scratch, '全县');
  for (let unit = 0; unit < 12; ++unit) {
    mkdirSync(join(folder, String(unit)), { recursive: true });
    for (const file of filesBelow(join(root, 'scorecards/2023-tongcheng'))) writeFileSync(join(folder, String(unit), file.split('/').pop()), readFileSync(file, 'utf8').replaceAll('通城县', `第${unit}县`));
  }
  const stopped = stopAt(page, 60);
  await page.setInputFiles('input[aria-label="选文件夹"]', folder);
  await page.waitForSelector('.progress');
  await page.screenshot({ path: join(pictures, '打开-进度.png') });
  await stopped;
  await page.waitForSelector('p.note:has-text("停下了")');
  const read = await page.evaluate(() => window.jiheng.now().desk.tables.length);
  console.log(`     stopped with ${read} of 324 tables`);
  // The same folder in one archive: it is stopped inside.
  const packed = join(scratch, '全县.zip');
  spawnSync('python3', ['-c', 'import shutil,sys\nshutil.make_archive(sys.argv[1],"zip",sys.argv[2])', packed.slice(0, -4), folder]);
  const archive = await newPage(undefined, page.context());
  const inArchive = stopAt(archive, 20);
  await archive.setInputFiles('input[aria-label="选文件"]', packed);
  await inArchive;
  await archive.waitForSelector('p.note:has-text("停下了")');
  const inside = await archive.evaluate(() => window.jiheng.now().desk.tables.length);
  console.log(`     stopped with ${inside} of 324 tables in an archive`);
  expect('an archive too', inside >= 20 && inside < 324, true);
  await archive.close();
  // Scoring, of tables that are read already: so many that it lasts until the click; a picture before it would take too long.
  const many = await newPage(undefined, page.context());
  await many.evaluate(async (list) => {
    const put = [];
    for (let unit = 0; unit < 150; ++unit) for (const [name, text] of list) put.push({ name: `全县/${unit}/${name}`, bytes: new TextEncoder().encode(text.replaceAll('通城县', `第${unit}县`)).buffer });
    void window.jiheng.open(put, ['全县']);
  }, filesBelow(join(root, 'scorecards/2023-tongcheng')).map((f) => [f.split('/').pop(), readFileSync(f, 'utf8')]));
  await many.waitForSelector('.progress button:has-text("停下，不算了")');
  await many.click('.progress button:has-text("停下，不算了")');
  await many.waitForSelector('p.note:has-text("这次打开的都收起了")');
  expect('nothing is left of it', await many.evaluate(() => window.jiheng.now().desk.tables.length), 0);
  await many.click('text=看样例');
  await many.waitForSelector('text=读到 27 张表');
  await many.close();
  expect('what was read stays, and is scored', read >= 20 && read < 324 && (await page.evaluate(() => window.jiheng.now().desk.tables.every((line) => line.total !== ''))), true);
  await page.context().close();
});

job('the first tour', async () => {
  const page = await newPage();
  await page.click('button:has-text("走一遍")');
  for (const stop of ['打开', '填表', '为什么', '改错了', '检查', '输出']) {
    await page.waitForSelector(`.tour strong:has-text("${stop}")`);
    if (stop === '为什么') await page.waitForSelector('aside.why');
    if (stop === '检查') await page.waitForSelector('ol.findings li');
    if (stop !== '打开') await page.screenshot({ path: join(pictures, `走一遍-${stop}.png`) });
    else await page.waitForSelector('text=读到 27 张表');
    await page.keyboard.press('Tab');
    await page.click('.tour button.main');
  }
  expect('it is over', await page.locator('.tour').count(), 0);
  const again = await newPage(undefined, page.context());
  expect('and not offered again', await again.locator('button:has-text("走一遍")').count(), 0);
  await again.click('nav >> text=帮助');
  await again.click('button:has-text("用样例走一遍")');
  await again.waitForSelector('.tour strong:has-text("打开")');
  await again.click('.tour button:has-text("不看了")');
  await page.context().close();
});

job('printed, the heads of the columns stand on every page', async () => {
  const page = await newPage();
  await page.setInputFiles('input[aria-label="选文件"]', join(root, 'scorecards/2023-tongcheng/p26.yaml'));
  await page.waitForSelector('table.form thead');
  await page.pdf({ path: join(pictures, '打印.pdf'), preferCSSPageSize: true });
  expect('the head is one of the print', await page.evaluate(() => getComputedStyle(document.querySelector('table.form thead')).display), 'table-header-group');
  await page.context().close();
});

job('a document without a scheme: its proposal, one click', async () => {
  const page = await newPage();
  await page.setInputFiles('input[aria-label="选文件"]', join(root, 'samples/documents/2023-selfeval.xlsx'));
  await page.waitForSelector('.proposals');
  expect('evidence is shown', (await page.textContent('.proposals')).includes('依据：'), true);
  await page.screenshot({ path: join(pictures, '打开-建议.png') });
  await page.click('.proposals button.main');
  await page.waitForSelector('.bar output, table.list strong:not(:empty)');
  await page.context().close();
});

job('a PDF and an archive are read; of an old file it says what to do', async () => {
  const page = await newPage();
  const opened = async (name) => {
    await page.click('nav >> text=打开');
    await page.setInputFiles('input[aria-label="选文件"]', join(root, 'samples/documents', name));
  };
  await opened('2023-department-selfeval.pdf');
  await page.waitForSelector('text=读到 1 张表');
  await opened('2023-submission.zip');
  await page.waitForSelector('text=读到 3 张表'); // in it a csv and a web page, a table each
  await page.screenshot({ path: join(pictures, '打开-pdf和压缩包.png'), fullPage: true });
  await opened('2023-selfeval.xls');
  await page.waitForSelector('text=是旧格式的文件，这里读不了');
  await page.waitForSelector('text=另存为 .xlsx 或 .docx，再拖进来');
  const large = join(scratch, 'large.zip');
  writeFileSync(large, '');
  truncateSync(large, 65 * 1024 * 1024);
  await page.click('nav >> text=打开');
  await page.setInputFiles('input[aria-label="选文件"]', large);
  await page.waitForSelector('text=一份文件最多 64 MiB');
  expect('LibreOffice is nothing to speak of here', (await page.textContent('main')).includes('LibreOffice'), false);
  await page.screenshot({ path: join(pictures, '打开-旧格式.png'), fullPage: true });
  await page.context().close();
});

job('check: find, filter, go to the cell', async () => {
  const page = await newPage();
  await page.click('text=看样例');
  await page.waitForSelector('text=读到 27 张表');
  await page.click('nav >> text=检查');
  await page.waitForSelector('ol.findings li');
  await page.selectOption('label:has-text("种类") select', 'A204');
  expect('A204 is found once', await page.locator('ol.findings li').count(), 1);
  await page.click('ol.findings button:has-text("去看")');
  await page.waitForSelector('aside.why h2:has-text("2023 年发放符合")');
  expect('at its table', await total(page), '98.37');
  await page.click('nav >> text=检查');
  await page.waitForSelector('ol.findings li');
  await page.click('ol.findings button.link');
  await page.waitForSelector('article h3');
  await page.context().close();
});

job('the files of the page are those of the program', async () => {
  const page = await newPage();
  await page.setInputFiles('input[aria-label="选文件夹"]', join(root, 'scorecards/2023-tongcheng'));
  await page.waitForSelector('text=读到 27 张表');
  await page.click('nav >> text=输出');
  const handed = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(`.outputs button:has-text("${name}")`)]);
    return readFileSync(await file.path());
  };
  const written = (args, name) => {
    const path = join(scratch, name);
    const made = run([...args, '2023-tongcheng', '-o', path, '--force'], join(root, 'scorecards'));
    if (made.status === 2) throw new Error(String(made.stderr));
    return readFileSync(path);
  };
  expect('xlsx', await handed('Excel 自评表'), written(['score'], 'a.xlsx'));
  expect('docx', await handed('Word 自评表'), written(['score'], 'a.docx'));
  expect('report', await handed('自评报告'), written(['report'], 'r.docx'));
  expect('summary', await handed('决算摘要'), written(['report', '--part', '决算摘要'], 's.docx'));
  expect('check', await handed('审核表'), written(['check'], 'c.xlsx'));
  const set = await handed('整套文件');
  run(['report', '2023-tongcheng', '-o', `${scratch}/set/`, '--force'], join(root, 'scorecards'));
  expect('the whole set', inZip(set), inFolder(join(scratch, 'set')));
  await page.context().close();
});

job('JSON of score, check and import over all samples', async () => {
  const page = await newPage();
  const findings = filesBelow(join(root, 'samples/findings')).filter((file) => /\/bad\.[^/]*$/.test(file) && !file.endsWith('.sh'));
  const documents = filesBelow(join(root, 'samples/documents'));
  const paths = ['scorecards/2023-tongcheng', 'samples/manual/2023', 'samples/manual/2024', ...filesBelow(join(root, 'samples/good')).map((f) => f.slice(root.length + 1)),
    ...documents.concat(findings).map((f) => f.slice(root.length + 1)).filter((f) => !onlyTheProgram.test(f))];
  // The program is asked while the page answers.
  const asked = new Map();
  const waiting = paths.flatMap((path) => ['score', 'check', 'import'].map((word) => [word, path]));
  for (const [word, path] of waiting) {
    let give;
    asked.set(`${word} ${path}`, { said: new Promise((done) => { give = done; }), give });
  }
  const ask = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) asked.get(next.join(' ')).give(await runMeanwhile([...next, '--format', 'json']));
  };
  const asking = Promise.all([ask(), ask()]);
  for (const path of paths) {
    await put(page, path);
    for (const word of ['score', 'check', 'import']) {
      const wanted = await asked.get(`${word} ${path}`).said;
      const got = await output(page, { job: word, face: 'json', paths: [path] });
      // Where the program has nothing to show it prints nothing; a check of nothing is an empty list on the page.
      if (wanted.length > 0 || word === 'score') expect(`${word} ${path}`, got, wanted);
    }
  }
  await asking;
  console.log(`     ${paths.length} samples`);
  await page.context().close();
}, 'long');

job('hostile files leave the page standing', async () => {
  const page = await newPage();
  const corpus = join(root, 'tests/fuzz/corpus');
  const files = filesBelow(corpus).filter((_, i) => i % 7 === 0).slice(0, 120);
  const refused = await page.evaluate(async (list) => {
    let refused = 0;
    for (const [name, text] of list) {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
      await window.jiheng.engine.call('open', { paths: [name] }, [[name, bytes]]).catch(() => ++refused);
    }
    await window.jiheng.engine.call('desk');
    await window.jiheng.engine.call('check');
    return refused;
  }, files.flatMap((file, i) => ['xlsx', 'docx', 'csv'].map((ending) => [`f${i}.${ending}`, readFileSync(file).toString('base64')])));
  expect('none ends in a fault of the program', refused, 0);
  // PDFs and archives: those of the readers' tests, and the samples cut off, with a byte changed every so often, and doubled.
  const whole = [...filesBelow(join(corpus, 'pdf')), ...filesBelow(join(corpus, 'archive')), ...filesBelow(join(root, 'samples/documents')).filter((f) => /\.(pdf|zip|7z|rar|tar\.gz)$/.test(f))];
  const hostile = whole.flatMap((file) => {
    const bytes = readFileSync(file);
    const name = file.split('/').pop();
    const bent = (every) => Buffer.from(bytes.map((byte, i) => (i % every === every - 1 ? byte ^ 0x55 : byte)));
    return [['', bytes], ['1', bytes.subarray(0, bytes.length >> 1)], ['2', bytes.subarray(0, bytes.length - 9)], ['3', bent(97)], ['4', bent(1009)], ['5', Buffer.concat([bytes, bytes])]].map(([n, b]) => [`${n}${name}`, b.toString('base64')]);
  });
  const bad = await page.evaluate(async (list) => {
    const bad = [];
    for (const [name, text] of list) {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
      await window.jiheng.engine.call('clear');
      await window.jiheng.engine.call('open', { paths: [name] }, [[name, bytes]]).catch((fault) => bad.push(`${name}: ${fault.message}`));
      const desk = await window.jiheng.engine.call('desk');
      if (desk.tables.length === 0 && desk.problems.length === 0) bad.push(`${name}: neither a table nor a word`);
    }
    await window.jiheng.engine.call('clear');
    return bad;
  }, hostile);
  expect('of each PDF and archive there is a table or a word', bad, []);
  console.log(`     ${hostile.length} damaged PDFs and archives`);
  const large = await page.evaluate(() => window.jiheng.engine.call('desk').then((desk) => desk.tables.length));
  expect('and it goes on', large, 0);
  await page.click('text=看样例');
  await page.waitForSelector('text=张表');
  await page.context().close();
});

job('a closed page loses nothing; two tabs keep their own', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await newPage(undefined, context);
  await page.click('text=看样例');
  await page.waitForSelector('text=读到 27 张表');
  await page.click('button.link:has-text("就业专项资金县级配套")');
  await page.locator('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]').fill('9万元');
  await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.67');
  const other = await newPage(undefined, context);
  await other.setInputFiles('input[aria-label="选文件"]', join(root, 'samples/good/national-2020.yaml'));
  await keptWork(other, ['完成: 9万元', '单位名称: 某县教育局']);
  await page.close();
  await other.close();
  const again = await newPage(undefined, context);
  await again.waitForSelector('text=上次没做完的');
  expect('both are there', await again.locator('section[aria-label="上次的"] li').count(), 2);
  await again.click('section[aria-label="上次的"] li:has-text("27 张表") button');
  await again.waitForSelector('text=读到 27 张表');
  expect('the edit is there', (await again.textContent('tr:has-text("就业专项资金县级配套")')).includes('99.67'), true);
  await context.close();
});

job('a thousand tables', async () => {
  const page = await newPage();
  const files = filesBelow(join(root, 'scorecards/2023-tongcheng')).map((f) => [f.split('/').pop(), readFileSync(f, 'utf8')]);
  const took = await page.evaluate(async (list) => {
    const put = [];
    for (let unit = 0; unit < 38; ++unit)
      for (const [name, text] of list) put.push([`全县/${unit}/${name}`, new TextEncoder().encode(text.replaceAll('通城县', `第${unit}县`)).buffer]);
    const begin = performance.now();
    const desk = await window.jiheng.engine.call('open', { paths: ['全县'] }, put);
    const opened = performance.now() - begin;
    window.jiheng.set({ desk });
    const check = performance.now();
    const checked = await window.jiheng.engine.call('check');
    return [desk.tables.length, Math.round(opened), checked.findings.length, Math.round(performance.now() - check)];
  }, files);
  console.log(`     ${took[0]} tables: opened and scored ${took[1]} ms; ${took[2]} findings in ${took[3]} ms`);
  expect('more than a thousand', took[0] > 1000, true);
  await page.context().close();
}, 'alone');

/** A picture, and what axe finds serious; `again`: of a view that was looked at in another size, what depends on the size alone. */
async function look(page, view, size, again = false) {
  await page.screenshot({ path: join(pictures, `${view}-${size}.png`) });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const rules = again ? { runOnly: ['color-contrast', 'scrollable-region-focusable'] } : {};
  const found = await page.evaluate((only) => window.axe.run(document, { resultTypes: ['violations'], ...only }).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`)), rules);
  expect(`axe ${view} ${size}`, found, []);
}
const kSizes = [[911, 512], [1366, 768], [1024, 768], [1920, 1080]]; // the first is 1366 × 768 at 150%
async function lookInAllSizes(page, view) {
  for (const [i, [width, height]] of kSizes.entries()) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await look(page, view, `${width}x${height}`, i > 1);
  }
}
job('every view in four sizes; nothing serious found by axe', async () => {
  const page = await newPage();
  const all = (view) => lookInAllSizes(page, view);
  await all('开始');
  await page.click('text=看样例');
  await page.waitForSelector('text=读到 27 张表');
  await all('打开');
  await page.click('button.link:has-text("就业专项资金县级配套")');
  await page.waitForSelector('table.form');
  await all('填表');
  await page.click('td.score button[aria-label^="2023 年发放"]');
  await page.waitForSelector('aside.why');
  await all('填表-为什么');
  await page.click('nav >> text=检查');
  await page.waitForSelector('ol.findings li');
  await all('检查');
  await page.selectOption('label:has-text("排列") select', 'id');
  await page.setViewportSize({ width: 1366, height: 768 });
  await look(page, '检查-按种类', '1366x768');
  await page.click('nav >> text=输出');
  await all('输出');
  await page.click('nav >> text=帮助');
  await all('帮助');
  await page.click('nav >> text=填表');
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(pictures, '打印.png'), fullPage: true });
  await page.context().close();
}, 'long');

const helpers = { job, expect, newPage, run, put, root, scratch, pictures, look, lookInAllSizes, runMeanwhile, inZip, inFolder, keptWork, axe };
openJobs(helpers);
strangerJobs(helpers);
keyboardJobs(helpers);
fillJobs(helpers);
factsJobs(helpers);
planJobs(helpers);
reviewJobs(helpers);

/** The oldest kernel the page promises to run in; it stands inside a package of npm. What looks for elements in this driver
    asks for more than it has, so the page itself is asked. */
async function oldest() {
  const at = join(work, 'chromium-86');
  if (!existsSync(join(at, 'chromium'))) {
    mkdirSync(at, { recursive: true });
    const from = join(work, 'node/node_modules/chrome-aws-lambda/bin');
    for (const name of readdirSync(from)) writeFileSync(join(at, name.slice(0, -3)), brotliDecompressSync(readFileSync(join(from, name))));
    for (const name of readdirSync(at).filter((n) => n.endsWith('.tar'))) spawnSync('tar', ['xf', name], { cwd: at });
    chmodSync(join(at, 'chromium'), 0o755);
  }
  return chromium.launch({
    executablePath: join(at, 'chromium'), args: ['--no-sandbox', '--no-zygote', '--single-process', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: `${join(at, 'lib')}:${at}` },
  });
}
job('Chromium 86: start, sample, an edit', async () => {
  // On a machine that is busy it may fall over as it starts, all in one process as it is, or never answer.
  const within = (promise, ms) => Promise.race([promise, new Promise((_, failed) => setTimeout(() => failed(new Error('no answer')), ms))]);
  const begun = async (times) => {
    const old = await oldest();
    try {
      return [old, await within(old.newPage(), 30000)];
    } catch (fault) {
      await within(old.close(), 5000).catch(() => undefined);
      if (times <= 1) throw fault;
      return begun(times - 1);
    }
  };
  const [old, page] = await begun(4);
  const until = async (what, test) => {
    for (let i = 0; i < 1200; ++i) {
      if (await page.evaluate(test)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`never: ${what}`);
  };
  const begin = Date.now();
  await page.goto(address);
  await until('something to read', () => document.querySelector('nav button') !== null);
  const shown = Date.now() - begin;
  await until('the engine', () => document.querySelector('nav button:not([disabled])') !== null);
  console.log(`     Chromium ${old.version()}: something to read ${shown} ms, ready ${Date.now() - begin} ms`);
  await page.evaluate(() => [...document.querySelectorAll('button')].find((b) => b.textContent === '看样例').click());
  await until('27 tables', () => document.body.textContent.includes('读到 27 张表'));
  await page.evaluate(() => [...document.querySelectorAll('button.link')].find((b) => b.textContent === '就业专项资金县级配套').click());
  await until('the form', () => document.querySelector('table.form') !== null);
  await page.evaluate(() => {
    const cell = document.querySelector('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]');
    cell.value = '9万元';
    cell.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await until('the total', () => document.querySelector('.bar output').textContent === '99.67');
  expect('total in Chromium 86', await page.evaluate(() => document.querySelector('.bar output').textContent), '99.67');
  // This kernel's driver cannot drag; a file that the page makes itself is dropped as one of the system is.
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '一张.yaml'));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, readFileSync(join(root, 'samples/good/national-2020.yaml'), 'utf8'));
  await until('what was dropped', () => window.jiheng.now().desk.tables.length === 28);
  await old.close();
}, 'alone');

const of = (when) => jobs.filter((one) => one.when === when);
await workOn(of('alone'));
const others = [...of('long'), ...of('')];
await Promise.all([workOn(others), workOn(others)]);

expect('requests to a network', requests, 0);
console.log(`     pictures: ${pictures}`);
await browser.close();
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
