// 检查 as a reviewer does it: filter, sort, decide, the review sheet out and in, the submission before; a thousand tables. Called by
// page_test.mjs with its helpers.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const python = (code, ...args) => {
  const done = spawnSync('/usr/bin/python3', ['-c', code, ...args]);
  if (done.status !== 0) throw new Error(String(done.stderr));
  return JSON.parse(String(done.stdout));
};
const kFill = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["审核表"]
head = next(c.row for c in sheet["A"] if c.value == "序号")
at = {c.value: c.column for c in sheet[head]}
done = 0
for row in range(head + 1, sheet.max_row + 1):
    if sheet.cell(row, at["编号"]).value is None: continue
    done += 1
    sheet.cell(row, at["处理意见"]).value = "需说明" if done > 1 else "大概属实"
    sheet.cell(row, at["说明"]).value = "请补材料"
    sheet.cell(row, at["处理人"]).value = "复核科"
book.save(sys.argv[1])
print(json.dumps(done))
`;

export function reviewJobs({ job, expect, newPage, run, root, scratch, pictures, look, keptWork }) {
  const sample = async (page) => {
    await page.click('text=看样例');
    await page.waitForSelector('text=读到 27 张表');
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
  };
  const handed = async (page, click) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    const path = join(scratch, file.suggestedFilename());
    copyFileSync(await file.path(), path);
    return path;
  };

  job('审核: filter, sort, decide, kept when the tables come again', async () => {
    const context = undefined;
    const page = await newPage(undefined, context);
    await sample(page);
    const all = await page.evaluate(() => window.jiheng.now().checked.findings.length);
    await page.selectOption('label:has-text("哪张表") select', { label: '就业专项资金县级配套' });
    const few = await page.locator('ol.findings li').count();
    expect('of one table fewer', few > 0 && few < all, true);
    await page.selectOption('label:has-text("种类") select', 'A204');
    expect('A204 once', await page.locator('ol.findings li').count(), 1);
    await page.fill('label:has-text("处理人") input', '绩效科');
    await page.locator('ol.findings li select').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => window.jiheng.now().checked.findings.find((f) => f.id === 'A204').opinion === '属实');
    await page.locator('ol.findings li .wide input').first().fill('上限没有提高');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => window.jiheng.now().checked.findings.find((f) => f.id === 'A204').note === '上限没有提高');
    expect('who and when', /绩效科 \d{4}-\d\d-\d\d/.test(await page.textContent('ol.findings li .decide')), true);
    await page.screenshot({ path: join(pictures, '检查-处理意见.png') });
    await page.selectOption('label:has-text("种类") select', '');
    await page.selectOption('label:has-text("哪张表") select', '');
    await page.selectOption('form.fields label:has-text("处理") select', '属实');
    await page.waitForFunction(() => document.querySelectorAll('ol.findings li').length >= 1);
    await page.selectOption('label:has-text("排列") select', 'table');
    await page.waitForSelector('section h3');
    const again = await newPage(undefined, page.context());
    await sample(again);
    expect('there again in another tab', await again.evaluate(() => window.jiheng.now().checked.findings.find((f) => f.id === 'A204').note), '上限没有提高');
    await again.click('text=清除处理意见');
    await again.waitForFunction(() => window.jiheng.now().checked.findings.every((f) => f.opinion === ''));
    await again.click('button:has-text("拿回清除的 1 条")');
    await again.waitForFunction(() => window.jiheng.now().checked.findings.find((f) => f.id === 'A204').note === '上限没有提高');
    await again.click('text=清除处理意见');
    await again.waitForFunction(() => window.jiheng.now().checked.findings.every((f) => f.opinion === ''));
    await page.context().close();
  });

  job('审核: the review sheet out, filled in as in a spreadsheet, and in again', async () => {
    const page = await newPage();
    await sample(page);
    const path = await handed(page, () => page.click('text=输出审核表'));
    const rows = python(kFill, path);
    await page.setInputFiles('input[aria-label="审核表文件"]', path);
    await page.waitForFunction((n) => window.jiheng.now().checked.findings.filter((f) => f.opinion === '需说明').length === n, rows - 1);
    expect('the word nobody knows is said', (await page.textContent('details.open')).includes('大概属实'), true);
    expect('one row is left', await page.locator('details.open li').count(), 1);
    expect('by whom', await page.evaluate(() => window.jiheng.now().checked.findings.find((f) => f.opinion === '需说明').by), '复核科');
    await page.screenshot({ path: join(pictures, '检查-读回审核表.png') });
    await page.click('text=清除处理意见');
    await page.context().close();
  });

  job('审核: the first submission beside the second', async () => {
    const before = join(scratch, '上一稿');
    mkdirSync(before, { recursive: true });
    const folder = join(root, 'scorecards/2023-tongcheng');
    for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      writeFileSync(join(before, name), name === 'p02.yaml' ? text.replace('完成: 201 例', '完成: 101 例').replace('执行数: 20\n', '执行数: 18\n') : text);
    }
    const page = await newPage();
    await sample(page);
    await page.setInputFiles('input[aria-label="上一稿的文件夹"]', before);
    await page.waitForSelector('section.compared');
    expect('one table differs', (await page.textContent('section.compared h3')).includes('1 张表不同，26 张一样'), true);
    const cells = await page.locator('section.compared table tbody tr').allTextContents();
    expect('cells side by side', cells.map((c) => c.replace(/\s+/g, '')).slice(0, 2), ['整张表执行数1820', '2023年劳动仲裁受理案件数实际完成值101例201例']);
    await page.screenshot({ path: join(pictures, '检查-两稿.png'), fullPage: true });
    await page.click('section.compared table button.link');
    await page.waitForSelector('aside.why h2:has-text("劳动仲裁受理案件数")');
    await page.context().close();
  });

  job('审核: waivers dropped in, as --waivers of the program', async () => {
    const table = join(root, 'samples/findings/A104/bad.check.yaml');
    const waivers = join(scratch, '豁免.yaml');
    copyFileSync(join(root, 'samples/findings/A901/good.waivers.yaml'), waivers);
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', table);
    await page.waitForSelector('table.form');
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li:has-text("A104")');
    await page.click('nav >> text=打开');
    await page.setInputFiles('input[aria-label="选文件"]', waivers);
    await page.waitForSelector('p.note:has-text("豁免.yaml 记下了")');
    await page.click('nav >> text=检查');
    await page.click('summary:has-text("另有 1 条已豁免")');
    expect('why', (await page.textContent('main')).includes('等级由上级另行评定，不按总分（绩效科，2024-03-01'), true);
    expect('A104 is gone', await page.locator('ol.findings li:has-text("A104")').count(), 0);
    await page.screenshot({ path: join(pictures, '检查-豁免.png'), fullPage: true });
    const got = await page.evaluate(async () => {
      const file = await window.jiheng.engine.output({ job: 'check', face: 'json' });
      return new TextDecoder().decode(file.data);
    });
    copyFileSync(table, join(scratch, 'bad.check.yaml'));
    expect('JSON', got, String(run(['check', 'bad.check.yaml', '--waivers', '豁免.yaml', '--format', 'json'], scratch).stdout));
    // They are kept with the work.
    await keptWork(page, ['自评表存盘.zip']);
    const again = await newPage(undefined, page.context());
    await again.click('button:has-text("接着做")');
    await again.waitForFunction(() => window.jiheng.now().desk?.tables.length === 1);
    await again.click('nav >> text=检查');
    await again.waitForSelector('summary:has-text("另有 1 条已豁免")');
    await page.context().close();
  });

  /** What this browser keeps of decisions. */
  const keptHere = (page) =>
    page.evaluate(() => new Promise((done, failed) => {
      const request = indexedDB.open('jiheng-review', 1);
      request.onerror = () => failed(request.error);
      request.onupgradeneeded = () => request.result.createObjectStore('decisions', { keyPath: 'key' });
      request.onsuccess = () => {
        const all = request.result.transaction('decisions').objectStore('decisions').getAll();
        all.onsuccess = () => {
          request.result.close();
          done(all.result.map((one) => `${one.opinion} ${one.by}`));
        };
      };
    }));
  const decided = async (page, by) => {
    await page.setInputFiles('input[aria-label="选文件"]', join(root, 'samples/findings/A104/bad.check.yaml'));
    await page.waitForSelector('table.form');
    await page.click('nav >> text=检查');
    await page.fill('label:has-text("处理人") input', by);
    await page.locator('ol.findings li:has-text("A104") select').selectOption('不属实');
    await page.waitForFunction(() => window.jiheng.now().said.includes('写好 1 条处理意见'));
  };

  job('审核: what is cleared in one window does not come back with a file opened in another', async () => {
    const page = await newPage();
    await decided(page, '绩效科');
    const other = await newPage(undefined, page.context());
    await other.evaluate(async () => {
      const known = () => window.jiheng.quiet((engine) => engine.call('decisions'));
      while ((await known())?.decisions.length !== 1) await new Promise((done) => setTimeout(done, 20));
    });
    await page.click('text=清除处理意见');
    await page.waitForFunction(() => window.jiheng.now().said === '处理意见都清除了');
    await other.setInputFiles('input[aria-label="选文件"]', join(root, 'samples/good/national-2020.yaml'));
    await other.waitForSelector('table.form');
    expect('nothing is kept', await keptHere(other), []);
    await page.context().close();
  });

  job('审核: what a saved file brings beside its tables is told, and dropped in one press', async () => {
    const page = await newPage();
    await decided(page, '绩效科');
    const path = await handed(page, () => page.keyboard.press('Control+s'));
    const sent = join(scratch, '交来.zip');
    copyFileSync(path, sent);
    await keptWork(page, ['自评表存盘.zip']);
    const own = await newPage(undefined, page.context());
    await own.click('button:has-text("接着做")');
    await own.waitForFunction(() => window.jiheng.now().desk?.tables.length === 1 && window.jiheng.now().busy === '');
    expect('not of what this browser kept itself', await own.locator('section[aria-label="文件带来的"]').count(), 0);
    await page.context().close();

    const reviewer = await newPage();
    await reviewer.setInputFiles('input[aria-label="选文件"]', sent);
    const told = reviewer.locator('section[aria-label="文件带来的"]');
    await told.waitFor();
    expect('how many, and whose', (await told.textContent()).startsWith('“交来.zip”里不只有表，还带着处理意见 1 条（绩效科），已经用上。'), true);
    await reviewer.screenshot({ path: join(pictures, '打开-文件带来的.png') });
    await reviewer.click('nav >> text=检查');
    const opinion = reviewer.locator('ol.findings li:has-text("A104") select');
    expect('it is there', [await opinion.inputValue(), await keptHere(reviewer)], ['不属实', ['不属实 绩效科']]);
    await told.locator('button:has-text("都去掉，只要表")').click();
    await told.waitFor({ state: 'detached' });
    await reviewer.waitForFunction(() => window.jiheng.now().checked?.findings.find((f) => f.id === 'A104').opinion === '');
    expect('nothing of it is kept; the table is', [await keptHere(reviewer), await reviewer.evaluate(() => window.jiheng.now().desk.tables.length)], [[], 1]);
    await reviewer.context().close();
  });

  job('审核: a thousand tables, by unit', async () => {
    const page = await newPage();
    const folder = join(root, 'scorecards/2023-tongcheng');
    const files = readdirSync(folder).filter((n) => n.endsWith('.yaml')).map((n) => [n, readFileSync(join(folder, n), 'utf8')]);
    const took = await page.evaluate(async (list) => {
      const put = [];
      for (let unit = 0; unit < 38; ++unit)
        for (const [name, text] of list) put.push({ name: `全县/${unit}/${name}`, bytes: new TextEncoder().encode(text.replaceAll('通城县', `第${unit}县`)).buffer });
      await window.jiheng.open(put, ['全县']);
      const begin = performance.now();
      await window.jiheng.check();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return Math.round(performance.now() - begin);
    }, files);
    console.log(`     1,026 tables checked and shown: ${took} ms`);
    await page.evaluate(() => {
      window.jiheng.set({ checked: null }); // as after a change
      void window.jiheng.check();
    });
    await page.click('.progress button:has-text("停下，不查了")');
    await page.waitForSelector('p.note:has-text("检查停下了")');
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    await page.selectOption('label:has-text("单位") select', { index: 3 });
    await page.selectOption('label:has-text("排列") select', 'unit');
    await page.waitForFunction(() => document.querySelectorAll('main section h3').length === 1);
    const unit = await page.locator('label:has-text("单位") select').first().evaluate((select) => select.value);
    expect('every place shown is of the unit', (await page.textContent('main section h3')).startsWith(unit), true);
    await look(page, '检查-千张', '1366x768');
    await page.context().close();
  });
}
