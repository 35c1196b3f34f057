// 填表 as somebody does it who fills the form in: every field typed in place, the same form on the screen as in Word, what a document
// says left standing, the keyboard alone, work taken to another machine. Called by page_test.mjs with its helpers.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cells of the tables of a Word file, line by line; what a merged cell covers is left out. */
const kCellsOfWord = `
import sys, json, zipfile
import xml.etree.ElementTree as E
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
body = E.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
lines = []
for row in body.iter(w + "tr"):
    cells = []
    for cell in row.findall(w + "tc"):
        merge = cell.find(w + "tcPr/" + w + "vMerge")
        if merge is not None and merge.get(w + "val") != "restart": continue
        cells.append("".join("".join(t.text or "" for t in p.iter(w + "t")) for p in cell.findall(w + "p")))
    lines.append(cells)
print(json.dumps(lines))
`;
const cellsOfWord = (path) => {
  const done = spawnSync('/usr/bin/python3', ['-c', kCellsOfWord, path]);
  if (done.status !== 0) throw new Error(String(done.stderr));
  return JSON.parse(String(done.stdout));
};

/** The same of the form on the screen: what is printed of it, words of the page left out. */
const cellsOnScreen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('table.form tr:not(.screen)')].map((line) =>
      [...line.children].filter((cell) => !cell.matches('.title, .note')).map((cell) => {
        const copy = cell.cloneNode(true);
        const typed = [...cell.querySelectorAll('textarea')];
        copy.querySelectorAll('textarea').forEach((one, i) => one.replaceWith(typed[i].value || typed[i].placeholder));
        copy.querySelectorAll('.mark, .open, .screen, select').forEach((one) => one.remove());
        return copy.textContent;
      })));

/** Word has titles and notes as paragraphs, sets spaces and breaks otherwise, and has the label beside the rows one line lower: below
    the heads that it repeats. */
const printed = (lines) => {
  const label = lines.flat().find((text) => /^年度绩效|^绩效指标/.test(text));
  return lines.map((line) => line.filter((text) => text !== label).map((text) => text.replace(/\s/g, '')).filter((text) => text !== '')).filter((line) => line.length > 0 && !line[0].startsWith('填报人'));
};

export function fillJobs({ job, expect, newPage, run, root, scratch, pictures, keptWork }) {
  const opened = async (page, ...files) => {
    await page.setInputFiles('input[aria-label="选文件"]', files.map((file) => join(root, file)));
    await page.waitForSelector('table.form');
  };
  /** Line by line, so that what is other is seen. */
  const expectSame = (what, got, wanted) => {
    const at = wanted.findIndex((line, i) => JSON.stringify(line) !== JSON.stringify(got[i]));
    expect(`${what}${at < 0 ? '' : `, line ${at + 1}`}`, at < 0 ? got.length : got[at], at < 0 ? wanted.length : wanted[at]);
  };
  const blank = async (page, scheme, unit) => {
    await page.click('nav >> text=打开');
    if (!(await page.locator('details.new').evaluate((one) => one.open))) await page.click('summary:has-text("填一张新表")');
    await page.locator('details.new label').filter({ hasText: /^方案 / }).locator('select').selectOption(scheme);
    await page.fill('details.new label:has-text("年度") input', '2024');
    await page.fill('details.new label:has-text("单位名称") input', unit);
    await page.click('details.new button:has-text("开始填")');
    await page.waitForSelector('.rowbar');
  };
  const cell = (page, kind, row = '') => page.locator(`.cell[data-kind="${kind}"][data-row="${row}"]`);
  const download = async (page, click) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const total = (page, wanted) => page.waitForFunction((text) => document.querySelector('.bar output')?.textContent === text, wanted);

  job('填表: every field of a new form is typed in place', async () => {
    const page = await newPage();
    await blank(page, 'national-2020', '某县公路局');
    const head = [
      ['项目名称', '农村公路养护'], ['表头/主管部门', '某县交通运输局'], ['表头/项目实施单位', '养护中心'], ['年初预算数', '100'], ['调整预算数', '120'], ['执行数', '90'],
      ['资金/当年财政拨款/年初预算数', '80'], ['资金/当年财政拨款/全年预算数', '100'], ['资金/当年财政拨款/执行数', '70'],
      ['资金/上年结转资金/全年预算数', '15'], ['资金/其他资金/执行数', '5'],
      ['年度总体目标/1/预期目标', '养护里程不少于 100 公里'], ['年度总体目标/1/实际完成情况', '养护 120 公里'], ['表头/填报日期', '2025-01-20'],
      ['偏差原因', '桥涵检查：汛期推迟。'], ['改进措施', '汛前检查。'],
    ];
    for (const [field, text] of head) await cell(page, field).fill(text);
    await page.keyboard.press('Tab');
    await cell(page, '三级指标', 0).focus();
    await page.evaluate((block) => {
      const data = new DataTransfer();
      data.setData('text/plain', block);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, '养护里程\t≥100公里\t120公里\t50\r\n桥涵检查\t≥12座\t6座\t40\r\n');
    await page.waitForSelector('p.note:has-text("贴进 8 格")');
    await cell(page, '偏差原因', 1).fill('汛期推迟');
    await page.click('.rowbar button:has-text("个空行")');
    await total(page, '77.50'); // 50 + 40 × 6 ÷ 12 + 10 × 90 ÷ 120
    for (const [field, text] of head) expect(`on the form: ${field}`, await cell(page, field).inputValue(), text);
    await page.waitForFunction(() => document.querySelectorAll('table.form tr').length > 0 && window.jiheng.now().busy === '');

    await page.click('nav >> text=输出');
    const word = await download(page, () => page.click('.outputs button:has-text("Word 自评表")'));
    const book = await download(page, () => page.click('.outputs button:has-text("Excel 自评表")'));
    const saved = await download(page, () => page.keyboard.press('Control+s'));
    const path = join(scratch, '新表.yaml');
    writeFileSync(path, saved.bytes);
    for (const [ending, bytes] of [['docx', word.bytes], ['xlsx', book.bytes]]) {
      run(['score', path, '-o', join(scratch, `新表.${ending}`), '--force']);
      expect(`${ending}: as the program writes what was saved`, bytes, readFileSync(join(scratch, `新表.${ending}`)));
    }
    writeFileSync(join(scratch, '新表-网页.docx'), word.bytes);
    await page.click('nav >> text=填表');
    await page.waitForSelector('table.form');
    expectSame('the form on the screen is the one in Word', printed(await cellsOnScreen(page)), printed(cellsOfWord(join(scratch, '新表-网页.docx'))));
    await page.screenshot({ path: join(pictures, '填表-新表填好.png'), fullPage: true });

    // Saved and opened where nothing is known of it.
    const again = await newPage();
    await again.setInputFiles('input[aria-label="选文件"]', path);
    await again.waitForSelector('table.form');
    await again.click('button:has-text("改表")');
    for (const [field, text] of head) expect(`opened again: ${field}`, await cell(again, field).inputValue(), text);
    expect('and its total', await again.textContent('.bar output'), '77.50');
    await again.context().close();

    // A word is one step of undo; all of them lead back to the blank table.
    await page.waitForFunction(() => window.jiheng.now().table !== null);
    const steps = await page.evaluate(() => window.jiheng.now().undo);
    for (let i = 1; i < steps; ++i) await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.jiheng.now().undo === 1);
    const left = await page.locator('.cell').evaluateAll((cells) => cells.filter((one) => one.value !== '' && !/指标|年度|单位名称|项目名称/.test(one.dataset.kind)).map((one) => `${one.dataset.kind}: ${one.value}`));
    expect('all taken back', left, []);
    await page.context().close();
  });

  job('填表: a form of Hubei and one of Sichuan, typed in place', async () => {
    const page = await newPage();
    await blank(page, 'hubei-2023', '某县公路局');
    for (const [field, text] of [['表头/主管部门', '某局'], ['预算数', '50'], ['执行数', '50'], ['年度总体目标/1/预期目标', '路好走']]) await cell(page, field).fill(text);
    await cell(page, '表头/项目属性').selectOption('新增性项目');
    await page.waitForFunction(() => document.querySelector('.paper:not(:empty)') && window.jiheng.now().table.form.cells.some((c) => c.text === '1、持续性项目 □  2、新增性项目 √'));
    await cell(page, '三级指标', 0).fill('养护里程');
    await cell(page, '年初目标值', 0).fill('≥100公里');
    await cell(page, '实际完成值', 0).fill('50公里');
    await cell(page, '分值', 0).fill('80');
    await page.click('.rowbar button:has-text("个空行")');
    await total(page, '60.00'); // 80 × 50 ÷ 100, and 20 × 50 ÷ 50
    // Groups are renamed where they stand.
    await cell(page, '二级指标', 0).fill('养护指标');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].level2 === '养护指标');
    await page.screenshot({ path: join(pictures, '填表-湖北新表.png'), fullPage: true });

    await blank(page, 'sichuan-2023', '某县公路局');
    await cell(page, '三级指标', 0).fill('养护里程');
    await cell(page, '目标符号', 0).focus();
    for (const text of ['≥', '100', '公里', '50公里', '10']) {
      await page.keyboard.type(text);
      await page.keyboard.press('ArrowRight');
    }
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].full_marks === '10');
    expect('a target in three columns', await page.evaluate(() => window.jiheng.now().table.rows[0].target), '≥100公里');
    expect('stands in them', await page.evaluate(() => ['目标符号', '目标数值', '目标单位'].map((kind) => document.querySelector(`[data-kind="${kind}"][data-row="0"]`).value)), ['≥', '100', '公里']);
    await page.context().close();
  });

  job('填表: the same form on the screen as in Word', async () => {
    const page = await newPage();
    for (const file of ['scorecards/2023-tongcheng/p26.yaml', 'scorecards/2023-tongcheng/p01.yaml', 'scorecards/2023-tongcheng/dept.yaml', 'samples/good/national-2020.yaml', 'samples/good/sichuan-2023.yaml']) {
      await page.evaluate(() => window.jiheng.clear());
      await opened(page, file);
      const path = join(scratch, `${file.split('/').pop()}.docx`);
      run(['score', file, '-o', path, '--force']);
      expectSame(file, printed(await cellsOnScreen(page)), printed(cellsOfWord(path)));
    }
    await page.context().close();
  });

  job('填表: what a document says stands, with what it claims', async () => {
    const page = await newPage();
    const none = join(scratch, '无.yaml');
    writeFileSync(none, readFileSync(join(root, 'samples/findings/A104/bad.check.yaml'), 'utf8').replace(/^偏差原因:.*$/m, '偏差原因: 无').replace('national-2020', 'hubei-2023'));
    await page.setInputFiles('input[aria-label="选文件"]', none);
    await page.waitForSelector('table.form');
    expect('无 is no draft', await cell(page, '偏差原因').inputValue(), '无');
    expect('nothing is asked for in its place', (await page.textContent('table.form + table.form')).includes('〔请填写原因〕'), false);
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li:has-text("偏差原因填“无”")');
    await page.click('nav >> text=打开');
    await page.evaluate(() => window.jiheng.clear());
    await opened(page, 'scorecards/2023-tongcheng/p26.yaml');
    // Claimed 3 of 3, and 3 × 8 ÷ 17.5 = 1.37; in all 100, and 98.37.
    expect('claimed beside the row', await page.textContent('td.score:has(button[aria-label^="2023 年发放"]) .mark >> text=自报'), '自报 3，多报 1.63');
    expect('no word where they agree', await page.locator('td.score .mark:has-text("自报")').count(), 1);
    expect('and beside the total', await page.textContent('.bar .over'), ' 自报 100，多报 1.63');
    expect('on the form too', await page.textContent('td.total .mark'), '自报 100，多报 1.63');
    await page.context().close();
  });

  job('填表: rows that nobody has begun are no doubt', async () => {
    const page = await newPage();
    await blank(page, 'national-2020', '某县公路局');
    const rows = await page.evaluate(() => window.jiheng.now().table.rows.length);
    await cell(page, '三级指标', 0).fill('养护里程');
    await cell(page, '年初目标值', 0).fill('≥100公里');
    await cell(page, '分值', 0).fill('50');
    await cell(page, '实际完成值', 0).fill('看情况');
    await page.waitForSelector(`.bar:has-text("待核 1 项，未填 ${rows - 1} 项")`);
    await cell(page, '实际完成值', 0).fill('100公里');
    await page.waitForSelector(`.bar .unsure:text-is("（未填 ${rows - 1} 项）")`);
    await page.click('nav >> text=打开');
    await page.waitForSelector(`table.list td:text-is("未填 ${rows - 1} 项")`);
    await page.context().close();
  });

  job('填表: the words of the page', async () => {
    const page = await newPage();
    await blank(page, 'national-2020', '某县公路局');
    await cell(page, '三级指标', 0).fill('养护里程');
    await cell(page, '年初目标值', 0).fill('≥100公里');
    await cell(page, '三级指标', 1).fill('桥涵检查');
    await cell(page, '实际完成值', 1).fill('12座');
    for (const row of [0, 1]) await cell(page, '分值', row).fill('40');
    for (const row of [0, 1]) {
      await page.click(`td.score button[data-row="${row}"]`);
      await page.waitForSelector(`aside.why h2:has-text("${row === 0 ? '养护里程' : '桥涵检查'}")`);
      const words = await page.textContent('aside.why');
      expect('no keys of a file', /填上 |不适用: |写 评定|计算数据/.test(words), false);
      expect('no numbers of rules in the sentences', /[A-Z]\d/.test(await page.textContent('aside.why ul')), false);
      expect('what to do', words.includes('怎么办'), true);
    }
    expect('said in the cell that is missing', await page.locator('td:has(> .open)').evaluateAll((cells) => cells.map((one) => one.querySelector('.cell').dataset.kind)), ['年初目标值']);
    expect('and briefly', await page.textContent('td > .open'), '待核：没有目标值，不能比较。填上目标值；没有目标的，点得分，由人写评定。');
    await page.screenshot({ path: join(pictures, '填表-新表为什么.png') });
    const texts = [];
    await page.evaluate(() => window.jiheng.clear());
    await page.click('nav >> text=打开');
    for (const file of ['samples/findings/A104/bad.check.yaml', 'samples/documents/2023-selfeval.xlsx']) {
      await page.setInputFiles('input[aria-label="选文件"]', join(root, file));
      await page.waitForFunction(() => window.jiheng.now().busy === '' && window.jiheng.now().desk !== null);
      texts.push(await page.textContent('main'));
      await page.click('nav >> text=检查');
      await page.waitForFunction(() => window.jiheng.now().checked !== null && window.jiheng.now().busy === '');
      texts.push(await page.textContent('main'));
      await page.click('nav >> text=打开');
    }
    expect('no line and column of a file', texts.join('').match(/\.ya?ml:\d+(:\d+)?|\.xlsx:[^ ]*!/g), null);
    expect('no id of a scheme', texts.join('').match(/(national|hubei|sichuan)-\d+/g), null);
    await page.context().close();
  });

  job('填表: into 为什么 by the keyboard, and back', async () => {
    const page = await newPage();
    await opened(page, 'scorecards/2023-tongcheng/p26.yaml');
    const why = page.locator('td.score button').nth(1);
    await why.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.why') !== null);
    expect('at its head', await page.evaluate(() => document.activeElement.tagName), 'H2');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.why') === null);
    expect('back at the points', await why.evaluate((one) => one === document.activeElement), true);
    await page.keyboard.press('Enter');
    await page.waitForSelector('aside.why');
    await page.waitForFunction(() => document.activeElement?.closest('.why') !== null);
    // What was begun there is not lost on the way back.
    await page.locator('aside.why textarea').focus();
    await page.keyboard.type('下雨');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => window.jiheng.now().table.rows[1].reason === '下雨');
    expect('back again', await why.evaluate((one) => one === document.activeElement), true);
    await page.context().close();
  });

  job('填表: waivers and decisions go where the work goes', async () => {
    const folder = join(scratch, '两个局');
    const table = readFileSync(join(root, 'samples/findings/A104/bad.check.yaml'), 'utf8');
    const waivers = readFileSync(join(root, 'samples/findings/A901/good.waivers.yaml'), 'utf8');
    for (const [unit, reason] of [['甲局', '等级由上级另行评定，不按总分'], ['乙局', '乙局的原因']]) {
      mkdirSync(join(folder, unit), { recursive: true });
      writeFileSync(join(folder, unit, '表.yaml'), table.replace('某县人力资源和社会保障局', unit));
      writeFileSync(join(folder, unit, '豁免.yaml'), waivers.replace('等级由上级另行评定，不按总分', reason));
    }
    mkdirSync(join(folder, '丙局'), { recursive: true });
    writeFileSync(join(folder, '丙局', '表.yaml'), table.replace('某县人力资源和社会保障局', '丙局'));
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件夹"]', folder);
    await page.waitForSelector('text=读到 3 张表');
    const decided = async (one) => {
      await one.click('nav >> text=检查');
      await one.waitForSelector('summary:has-text("另有 2 条已豁免")');
      return one.evaluate(() => window.jiheng.now().checked.findings.filter((f) => f.id === 'A104').map((f) => [f.where[0].unit, f.opinion]));
    };
    expect('as opened', await decided(page), [['丙局', '']]);
    await page.locator('ol.findings li:has-text("A104") select').selectOption('需说明');
    await page.waitForFunction(() => window.jiheng.now().checked.findings.some((f) => f.opinion === '需说明'));
    const saved = await download(page, () => page.keyboard.press('Control+s'));
    expect('saved with them', saved.name, '自评表存盘.zip');
    const path = join(scratch, '自评表存盘.zip');
    writeFileSync(path, saved.bytes);
    // The same browser goes on.
    await page.click('nav >> text=填表');
    await page.waitForSelector('table.form');
    await cell(page, '改进措施').fill('改一点');
    await page.waitForTimeout(1500); // until it is kept
    await keptWork(page, ['存盘.zip']);
    const on = await newPage(undefined, page.context());
    await on.click('button:has-text("接着做")');
    await on.waitForFunction(() => window.jiheng.now().desk?.tables.length === 3);
    expect('gone on with', await decided(on), [['丙局', '需说明']]);
    await page.context().close();
    // Another one knows nothing of it.
    const other = await newPage();
    await other.setInputFiles('input[aria-label="选文件"]', path);
    await other.waitForSelector('text=读到 3 张表');
    expect('opened elsewhere', await decided(other), [['丙局', '需说明']]);
    expect('each with its own reason', await other.evaluate(() => window.jiheng.now().checked.waived.map((w) => w.reason).sort()), ['乙局的原因', '等级由上级另行评定，不按总分'].sort());
    await other.context().close();
    // Unpacked it is a folder of the program's own.
    spawnSync('python3', ['-c', 'import sys,zipfile\nzipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', path, join(scratch, '解开')]);
    expect('the program too', String(run(['check', join(scratch, '解开')]).stdout).includes('另有 2 条已豁免'), true);
  });

  job('填表: the keyboard alone, from the first field to the last', async () => {
    const page = await newPage();
    await blank(page, 'national-2020', '某县公路局');
    const at = () => page.evaluate(() => [document.activeElement.dataset.kind, document.activeElement.dataset.row]);
    await cell(page, '表头/主管部门').focus();
    await page.keyboard.type('某局');
    await page.keyboard.press('Tab');
    expect('Tab to the next field', await at(), ['表头/项目实施单位', '']);
    await page.keyboard.type('中心');
    await cell(page, '年初预算数').focus();
    for (const text of ['100', '100', '90']) {
      await page.keyboard.type(text);
      await page.keyboard.press('ArrowRight');
    }
    await cell(page, '年初预算数').focus();
    await page.keyboard.press('Enter');
    expect('Enter goes down the column', await at(), ['资金/当年财政拨款/年初预算数', '']);
    await page.keyboard.type('60');
    await page.keyboard.press('ArrowDown');
    expect('the arrow too', await at(), ['资金/上年结转资金/年初预算数', '']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect('and back', await at(), ['年初预算数', '']);
    await cell(page, '年度总体目标/1/预期目标').focus();
    await page.keyboard.type('一');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('二');
    await page.waitForFunction(() => window.jiheng.now().table.form.cells.some((c) => c.text === '一\n二'));
    await cell(page, '实际完成值', 0).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect('left to the name', await at(), ['三级指标', '0']);
    for (const text of ['里程', '≥10公里', '5公里', '90', '人手不够']) {
      await page.keyboard.type(text);
      await page.keyboard.press(text === '人手不够' ? 'Enter' : 'Tab');
      if (text === '90') await cell(page, '偏差原因', 0).focus();
    }
    expect('Enter from the last column', await at(), ['偏差原因', '1']);
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].reason === '人手不够');
    await cell(page, '三级指标', 0).focus();
    const rows = () => page.evaluate(() => window.jiheng.now().table.rows.length);
    const many = await rows();
    await page.keyboard.press('Alt+Insert');
    await page.waitForFunction((n) => window.jiheng.now().table.rows.length === n, many + 1);
    await page.waitForFunction(() => document.activeElement.dataset.row === '1');
    await page.keyboard.press('Alt+Delete');
    await page.waitForFunction((n) => window.jiheng.now().table.rows.length === n, many);
    // 评定 and 不适用, through the points.
    await page.locator('td.score button[data-row="0"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.why') !== null);
    while ((await page.evaluate(() => document.activeElement.tagName)) !== 'INPUT') await page.keyboard.press('Tab');
    await page.keyboard.type('不适用');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].judgement === '不适用');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].judgement === '');
    await page.keyboard.press('Control+y');
    await page.waitForFunction(() => window.jiheng.now().table.rows[0].judgement === '不适用');
    await page.keyboard.press('Control+z');
    // Money as a block, from Excel.
    await cell(page, '资金/当年财政拨款/年初预算数').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '60\t70\t65\r\n10\t10\t5\r\n20\t20\t20\r\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('p.note:has-text("贴进 8 格")'); // the 60 stood there already
    expect('the last of the block', await cell(page, '资金/其他资金/执行数').inputValue(), '20');
    const file = await download(page, () => page.keyboard.press('Control+s'));
    expect('saved', String(file.bytes).includes('当年财政拨款'), true);
    await page.context().close();
  });

  job('填表: pictures at three sizes, light and dark', async () => {
    for (const [width, height, scale] of [[1366, 768, 1], [1024, 768, 1], [1366, 768, 1.5]]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await newPage({ width: Math.round(width / scale), height: Math.round(height / scale) });
        await page.emulateMedia({ colorScheme });
        const name = `${Math.round(width / scale)}x${Math.round(height / scale)}-${colorScheme}`;
        const shot = (view) => page.screenshot({ path: join(pictures, `看-${view}-${name}.png`) });
        await page.click('text=看样例');
        await page.waitForSelector('text=读到 27 张表');
        await page.click('button.link:has-text("就业专项资金县级配套")');
        await page.waitForSelector('table.form');
        await shot('项目表');
        await page.click('td.score button[aria-label^="2023 年发放"]');
        await page.waitForSelector('aside.why');
        await shot('为什么');
        const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        expect(`nothing reaches beyond the window ${name}`, fits, true);
        await page.evaluate(() => window.jiheng.fill(0));
        await page.waitForFunction(() => window.jiheng.now().table.kind === 'department');
        await page.waitForTimeout(100);
        await shot('部门表');
        await blank(page, 'national-2020', '某县公路局');
        await shot('新表');
        await page.context().close();
      }
    }
  });
}
