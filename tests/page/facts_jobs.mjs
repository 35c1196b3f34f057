// 填表 of what the form has no cell for: what a row's own 评分标准 asks for beside its actual value, the numbers that the scheme computes
// one from, one more source of money. Points are worked out by hand from the text. Called by page_test.mjs with its helpers.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kCard = `类型: 项目
年度: 2024
方案: printed-standards
项目名称: 农村公路养护
单位名称: 某县公路局
绩效指标:
  - {一级: 投入, 三级: 预算调整, 目标: "≤10%", 分值: 50, 评分标准: "得分=（1-追加数/年初数）×分值。"}
  - {一级: 过程, 三级: 管理制度, 目标: 健全, 分值: 5,
     评分标准: "①制度健全的得3分，基本健全的得2分，不健全的不得分；②按时公开的得2分，否则不得分。"}
  - {一级: 效益, 三级: 群众满意, 目标: "≥90%", 分值: 6, 评分标准: "满意率达到90%得6分，每低1个百分点扣1分；每发现一处违规扣1分。"}
  - {一级: 产出, 三级: 养护里程, 目标: "≥100公里", 完成: 120公里, 分值: 39, 评分标准: "里程达到100公里得39分，否则不得分。"}
`;

// The printed formulas of rules/jiyuan-department-2024.yaml; the form has no 评分标准.
const kComputed = `类型: 部门
年度: 2024
方案: jiyuan-department-2024
单位名称: 某局
绩效指标:
  - {一级: 投入管理指标, 二级: 预算和财务管理, 三级: 预算执行率, 目标: "≥95%", 分值: 50}
  - {一级: 投入管理指标, 二级: 预算和财务管理, 三级: 预算调整率, 目标: "≤5%", 分值: 5}
  - {一级: 投入管理指标, 二级: 绩效管理, 三级: 绩效监控完成率, 目标: "100%", 分值: 45}
`;

export function factsJobs({ job, expect, newPage, run, root, scratch, pictures, axe }) {
  const fact = (page, row, name) => page.locator(`.facts .cell[data-row="${row}"][data-kind="计算数据/${name}"]`);
  const total = (page, wanted) => page.waitForFunction((text) => document.querySelector('.bar output')?.textContent === text, wanted);
  const download = async (page, click) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return readFileSync(await file.path());
  };

  job('填表: what a row\'s 评分标准 asks for is typed below it', async () => {
    const path = join(scratch, '评分标准.yaml');
    writeFileSync(path, kCard);
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', path);
    await page.waitForSelector('table.form');
    // As the sheet of the empty workbook asks, which the program makes of the same table.
    const asked = await page.locator('.fact').evaluateAll((all) => all.map((one) => [...one.querySelectorAll(':scope > span')].map((part) => part.textContent)));
    expect('each with its unit', asked, [['追加数', ''], ['年初数', ''], ['制度健全（程度）', ''], ['按时公开', ''], ['满意率', '%'], ['违规', '处']]);
    expect('the words to choose from', await fact(page, 1, '制度健全（程度）').locator('option').allTextContents(), ['（没有选）', '制度健全', '基本健全', '不健全']);
    expect('是 and 否', await fact(page, 1, '按时公开').locator('option').allTextContents(), ['（没有选）', '是', '否']);
    await fact(page, 0, '追加数').fill('5');
    const missing = page.locator('td:has(.cell[data-kind="实际完成值"][data-row="0"]) .open');
    await missing.waitFor();
    expect('what is missing, and where it is filled in', await missing.textContent(), '待核：还缺“年初数”。填在评分标准下面。');
    await fact(page, 0, '年初数').fill('100');
    await page.keyboard.press('ArrowUp');
    expect('the arrows go through them', await page.evaluate(() => document.activeElement.dataset.kind), '计算数据/追加数');
    await fact(page, 1, '制度健全（程度）').selectOption('基本健全');
    await fact(page, 1, '按时公开').selectOption('是');
    await fact(page, 2, '满意率').fill('88');
    await fact(page, 2, '违规').fill('1');
    await total(page, '93.50'); // 50 × (1 - 5 ÷ 100) + 2 + 2 + 6 - 2 - 1 + 39
    await fact(page, 2, '违规').fill('很多');
    await page.waitForSelector('.fact .refused:has-text("“违规”不能是“很多”。写一个数，单位是处。")');
    await fact(page, 2, '违规').fill('0');
    await total(page, '94.50');
    await page.click('td.score button[data-row="0"]');
    await page.waitForSelector('aside.why li:has-text("追加数 5（计算数据），年初数 100（计算数据）")');
    await page.screenshot({ path: join(pictures, '填表-评分标准要知道的.png'), fullPage: true });
    await page.evaluate(axe);
    expect('axe', await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id))), []);
    // Kept, and read and written by the program alike.
    const saved = await download(page, () => page.keyboard.press('Control+s'));
    const kept = join(scratch, '评分标准-存.yaml');
    writeFileSync(kept, saved);
    expect('in the file', ['追加数: 5', '制度健全（程度）: 基本健全', '满意率: 88%', '违规: 0'].filter((line) => !String(saved).includes(line)), []);
    expect('scored by the program', JSON.parse(String(run(['score', kept, '--format', 'json']).stdout)).cards[0].total, '94.50');
    await page.click('nav >> text=输出');
    for (const [name, ending] of [['Excel 自评表', 'xlsx'], ['Word 自评表', 'docx']]) {
      const bytes = await download(page, () => page.click(`.outputs button:has-text("${name}")`));
      const written = join(scratch, `评分标准.${ending}`);
      run(['score', kept, '-o', written, '--force']);
      expect(`${ending}: as the program writes what was saved`, bytes, readFileSync(written));
    }
    const again = await newPage();
    await again.setInputFiles('input[aria-label="选文件"]', kept);
    await total(again, '94.50');
    expect('they stand there again', [await fact(again, 2, '满意率').inputValue(), await fact(again, 1, '按时公开').inputValue()], ['88', '是']);
    await again.emulateMedia({ media: 'print' });
    expect('none of it on paper', await again.locator('.facts').first().isVisible(), false);
    await again.context().close();
    // One by one taken back.
    await page.click('nav >> text=填表');
    await page.waitForSelector('table.form');
    while ((await page.evaluate(() => window.jiheng.now().undo)) > 0) {
      const steps = await page.evaluate(() => window.jiheng.now().undo);
      await page.keyboard.press('Control+z');
      await page.waitForFunction((n) => window.jiheng.now().undo < n, steps);
    }
    expect('all taken back', await page.locator('.facts .cell').evaluateAll((cells) => cells.filter((one) => one.value !== '').length), 0);
    await page.context().close();
  });

  job('填表: the 计算数据 that the scheme computes an actual value from are typed below it', async () => {
    const path = join(scratch, '计算.yaml');
    writeFileSync(path, kComputed);
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', path);
    await page.waitForSelector('table.list');
    await page.click('nav >> text=填表');
    await page.waitForSelector('table.form');
    const asked = () => page.locator('.fact').evaluateAll((all) => all.map((one) => one.querySelector('span').textContent));
    const numbers = ['已完成绩效监控项目数量', '部门项目总数'];
    expect('a cell a number', await asked(), ['预算完成数', '预算数', '预算调整数', '年初预算数', ...numbers]);
    const formula = (row) => page.locator(`td:has(.cell[data-kind="实际完成值"][data-row="${row}"]) .formula`);
    const actual = (row) => page.locator(`.cell[data-kind="实际完成值"][data-row="${row}"]`);
    expect('the formula as printed', await formula(0).textContent(), '(预算完成数/预算数)×100%');
    await fact(page, 0, '预算完成数').fill('912');
    const missing = page.locator('td:has(.cell[data-kind="实际完成值"][data-row="0"]) .open');
    await missing.waitFor();
    expect('what is missing, and where it is filled in', await missing.textContent(), '待核：还缺“预算数”。填在这一格下面。');
    await fact(page, 0, '预算数').fill('1000万元');
    await page.waitForSelector('.fact .refused:has-text("“预算数”不能是“1000万元”。写一个数，不写单位；同一个算式里的金额用同一个单位。")');
    await fact(page, 0, '预算数').fill('1000');
    await page.waitForSelector('.formula:has-text("(912÷1000)×100% = 91.2%")');
    expect('the rate stands where it counts', await actual(0).getAttribute('placeholder'), '91.2%');
    expect('its points', await page.locator('td.score button[data-row="0"]').textContent(), '48'); // 50 × 91.2 ÷ 95
    // What the money of the form says is asked for no more.
    await page.locator('.cell[data-kind="年初预算数"]').fill('1000');
    await page.waitForFunction(() => document.querySelectorAll('.fact').length === 5);
    expect('the others stay', await asked(), ['预算完成数', '预算数', '预算调整数', ...numbers]);
    await fact(page, 1, '预算调整数').fill('1080');
    await page.waitForSelector('.formula:has-text("(1080-1000)÷1000×100% = 8%")');
    await fact(page, 2, numbers[0]).fill('20');
    await fact(page, 2, numbers[1]).fill('25');
    await total(page, '87.13'); // 48 + 5 × 5 ÷ 8, which is 3.125, + 45 × 80 ÷ 100
    await page.screenshot({ path: join(pictures, '填表-算式要知道的.png'), fullPage: true });
    await page.evaluate(axe);
    expect('axe', await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id))), []);
    const saved = await download(page, () => page.keyboard.press('Control+s'));
    const kept = join(scratch, '计算-存.yaml');
    writeFileSync(kept, saved);
    expect('in the file', ['预算完成数: 912', '预算数: 1000', '预算调整数: 1080', '年初预算数: 1000', '部门项目总数: 25'].filter((line) => !String(saved).includes(line)), []);
    expect('scored by the program', JSON.parse(String(run(['score', kept, '--format', 'json']).stdout)).cards[0].total, '87.13');
    const again = await newPage();
    await again.setInputFiles('input[aria-label="选文件"]', kept);
    await total(again, '87.13');
    expect('they stand there again', [await fact(again, 0, '预算完成数').inputValue(), await fact(again, 2, numbers[1]).inputValue()], ['912', '25']);
    await again.context().close();
    await page.context().close();
  });

  job('填表: one more source of money, where the form has room', async () => {
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', join(root, 'scorecards/2023-tongcheng/p26.yaml'));
    await page.waitForSelector('table.form');
    const names = () => page.locator('.cell[data-kind$="/名称"]').evaluateAll((cells) => cells.map((one) => one.value));
    const before = await names();
    expect('in the block of the money, once', await page.locator('td:has(button:text("加一项资金来源"))').evaluateAll((cells) => cells.map((one) => one.textContent)), ['预算执行情况（万元）（20分）加一项资金来源']);
    await page.click('button:has-text("加一项资金来源")');
    await page.waitForFunction(() => document.activeElement.dataset.kind === '资金/新的资金来源/名称');
    await page.keyboard.type('省级补助');
    await page.keyboard.press('Enter');
    const amount = (key) => page.locator(`.cell[data-kind="资金/省级补助/${key}"]`);
    await amount('预算数').fill('30');
    await amount('执行数').fill('29');
    await page.waitForFunction(() => window.jiheng.now().table.form.cells.some((c) => c.edit === '资金/省级补助/执行数' && c.text === '29'));
    expect('it stands below the others', await names(), [...before, '省级补助']);
    const saved = String(await download(page, () => page.keyboard.press('Control+s')));
    expect('kept', saved.includes('    省级补助:\n      预算数: 30\n      执行数: 29\n'), true);
    await page.screenshot({ path: join(pictures, '填表-加资金来源.png'), fullPage: true });
    while ((await page.evaluate(() => window.jiheng.now().undo)) > 0) {
      const steps = await page.evaluate(() => window.jiheng.now().undo);
      await page.keyboard.press('Control+z');
      await page.waitForFunction((n) => window.jiheng.now().undo < n, steps);
    }
    expect('taken back', await names(), before);
    await page.context().close();
  });
}
