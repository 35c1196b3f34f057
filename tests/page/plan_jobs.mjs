// 调目标 as a planner does it: slide, type, curve and its picture, wanted points, what matters, chances, scenarios, earlier years;
// and its answers held to the program's. Called by page_test.mjs with its helpers.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kRow = '2023 年发放符合条件的返乡创业人员一次性创业补贴';

export function planJobs({ job, expect, newPage, run, put, root, scratch, pictures, lookInAllSizes, runMeanwhile, inZip, inFolder }) {
  const folder = join(root, 'scorecards/2023-tongcheng');
  const total = (page) => page.textContent('.bar output');
  const until = (page, wanted) => page.waitForFunction((text) => document.querySelector('.bar output')?.textContent === text, wanted);
  const handed = async (page, click) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const tryTable = async (page, id) => {
    await page.click('nav >> text=调目标');
    const select = page.locator('select[aria-label="试哪一张表"]');
    await select.waitFor();
    await select.selectOption({ label: await select.locator(`option:has-text("${id} ")`).first().textContent() });
    await page.waitForFunction((wanted) => window.jiheng.now().plan.planned?.id === wanted && window.jiheng.now().plan.sweep !== null, id);
  };
  const sample = async (page) => {
    await page.click('text=看样例');
    await page.waitForSelector('text=读到 27 张表');
  };
  const part = (page, name) => page.click(`.tabs button:has-text("${name}")`);

  job('调目标: a field and a slider for every figure, the total at once, the desk untouched', async () => {
    const page = await newPage();
    await sample(page);
    await tryTable(page, 'p26');
    expect('as it is', await total(page), '98.37');
    const field = page.locator(`input[aria-label="${kRow} 完成"]`);
    await field.fill('9万元');
    await field.press('Enter');
    await until(page, '99.67'); // 3 × 8 ÷ 9 = 2.67 of 3
    expect('said to a screen reader', await page.textContent('.live'), '总分 99.67，优');
    expect('what it was', (await page.textContent('.bar .total')).includes('98.37 →'), true);
    const slider = page.locator(`input[type=range][aria-label="滑动${kRow} 完成"]`);
    await slider.evaluate((input) => {
      input.value = '8';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until(page, '100.00');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.bar output')?.textContent !== '100.00');
    await field.fill('看情况');
    await field.press('Enter');
    await until(page, '97.00-100.00');
    await page.click(`button[aria-label^="${kRow} 完成改回"]`);
    await until(page, '98.37');
    const target = page.locator(`input[aria-label="${kRow} 目标"]`);
    await target.fill('≤20万元');
    await target.press('Enter');
    await until(page, '100.00');
    expect('the desk is as it was', await page.evaluate(() => window.jiheng.now().desk.tables.find((t) => t.id === 'p26').total), '98.37');
    const took = await page.evaluate(async () => {
      const { table, planned } = window.jiheng.now().plan;
      const address = planned.rows[0].actual.address;
      const begin = performance.now();
      for (let i = 0; i < 20; ++i) await window.jiheng.engine.call('plan', { tables: [table], settings: [], turn: address, value: String(300 + i) });
      return (performance.now() - begin) / 20;
    });
    console.log(`     one move of a slider, engine and message: ${took.toFixed(1)} ms`);
    await page.click('text=把改动写进表');
    await page.waitForFunction(() => window.jiheng.now().desk.tables.find((t) => t.id === 'p26').total === '100.00');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.jiheng.now().desk.tables.find((t) => t.id === 'p26').total === '98.37');
    await page.context().close();
  });

  job('调目标: the curve, its turns in plain words, its picture', async () => {
    const page = await newPage();
    await sample(page);
    await tryTable(page, 'p26');
    await page.locator(`input[type=range][aria-label="滑动${kRow} 完成"]`).focus();
    await page.waitForSelector('svg.curve');
    await page.waitForSelector('ol.places li:has-text("过了 8万元")');
    expect('no jargon', /拐点|方差|敏感度|分位/.test(await page.textContent('main')), false);
    await page.screenshot({ path: join(pictures, '调目标-曲线.png'), fullPage: true });
    const png = await handed(page, () => page.click('text=存成图片（png）'));
    expect('a png', [png.name.endsWith('.png'), png.bytes.subarray(1, 4).toString()], [true, 'PNG']);
    writeFileSync(join(pictures, '存下的曲线.png'), png.bytes);
    const svg = await handed(page, () => page.click('text=存成矢量图（svg）'));
    expect('an svg', [svg.name.endsWith('.svg'), String(svg.bytes).startsWith('<svg'), String(svg.bytes).includes('17.5')], [true, true, true]);
    expect('nothing in it that runs or calls', /<script|href|style=/.test(String(svg.bytes)), false);
    await page.click('nav >> text=输出');
    await page.selectOption('label:has-text("输出哪些") select', { label: 'p26 就业专项资金县级配套' });
    await page.click('summary:has-text("总分的曲线图")');
    await page.waitForSelector('details svg.curve');
    const again = await handed(page, () => page.click('text=存成图片（png）'));
    expect('a picture from 输出 too', again.name.endsWith('.png'), true);
    await page.context().close();
  });

  job('调目标: wanted points, what matters most, chances, scenarios', async () => {
    const page = await newPage();
    await sample(page);
    await tryTable(page, 'p26');
    await part(page, '要到几分');
    await page.fill('label:has-text("想要总分") input', '99.5');
    await page.selectOption('label:has-text("只动") select', { label: `“${kRow}”的完成值` });
    await page.click('text=找出来');
    await page.waitForSelector('section[aria-label="找到的"]');
    await page.click('text=照这样改');
    await until(page, '99.50'); // 97 and 3 × 8 ÷ 9.6
    expect('the figure', await page.inputValue(`input[aria-label="${kRow} 完成"]`), '9.6万元');
    await page.screenshot({ path: join(pictures, '调目标-要到几分.png'), fullPage: true });
    await part(page, '几种打算并排');
    await page.fill('label:has-text("名字") input', '多花一点');
    await page.click('button:has-text("记下现在的")');
    await page.waitForSelector('th:has-text("多花一点")');
    await page.click('text=全部改回');
    await until(page, '98.37');
    await page.fill('input[aria-label="执行数"]', '8');
    await page.keyboard.press('Enter');
    await until(page, '94.37'); // 20 × 8 ÷ 10 = 16
    await page.fill('label:has-text("名字") input', '少执行');
    await page.click('button:has-text("记下现在的")');
    await page.waitForSelector('th:has-text("少执行")');
    const sums = await page.locator('tr.whole td').allTextContents();
    expect('beside each other', sums, ['98.37 优', '99.50 优', '94.37 优']);
    await page.screenshot({ path: join(pictures, '调目标-几种打算.png'), fullPage: true });
    const kept = await handed(page, () => page.click('button[aria-label="把“少执行”存成文件"]'));
    const path = join(scratch, kept.name);
    writeFileSync(path, kept.bytes);
    const program = run(['whatif', 'scorecards/2023-tongcheng/p26.yaml', '--scenario', path, '--format', 'json']);
    expect('the program reads what was kept', JSON.parse(String(program.stdout)).after?.total, '94.37');
    await page.click('button[aria-label="去掉“少执行”"]');
    await page.waitForSelector('th:has-text("少执行")', { state: 'detached' });
    await page.setInputFiles('input[aria-label="打算的文件"]', path);
    await page.waitForSelector('th:has-text("少执行")');
    await page.click('button[aria-label="用上“多花一点”"]');
    await until(page, '99.50');
    await part(page, '哪项最要紧');
    await page.waitForSelector('.parts table.list tbody tr');
    await page.screenshot({ path: join(pictures, '调目标-哪项最要紧.png'), fullPage: true });
    await part(page, '把握多大');
    await page.click('text=有一个数另说');
    await page.selectOption('select[aria-label="哪个数"]', { label: '预算的执行数' });
    await page.fill('input[aria-label="大概多少"]', '9..11');
    await page.click('text=算机会');
    await page.waitForSelector('section[aria-label="机会"]');
    expect('the chance of the best grade', (await page.textContent('section[aria-label="机会"]')).includes('得“优”的机会 100.00%'), true);
    await page.screenshot({ path: join(pictures, '调目标-把握多大.png'), fullPage: true });
    await page.context().close();
  });

  job('调目标: last years in, advice out', async () => {
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件夹"]', join(root, 'scorecards/2024-tongcheng'));
    await page.waitForSelector('text=/读到 \\d+ 张表/');
    await page.click('nav >> text=调目标');
    await page.click('.tabs button:has-text("对照以前年度")').catch(() => undefined);
    await page.setInputFiles('input[aria-label="选以前年度的文件夹"]', join(root, 'scorecards/2023-tongcheng'));
    await page.waitForSelector('text=看了 95 个目标');
    expect('the judgements', (await page.textContent('.lead:has-text("看了 95")')).includes('明显偏低 5 个，偏低 8 个，合理 38 个，无法比较 44 个'), true);
    await page.screenshot({ path: join(pictures, '调目标-对照以前年度.png'), fullPage: true });
    const sheet = await handed(page, () => page.click('text=建议存成 Excel'));
    const path = join(scratch, 'advice.xlsx');
    run(['advise', '--history', 'scorecards/2023-tongcheng', '--targets', 'scorecards/2024-tongcheng', '-o', path, '--force']);
    expect('the workbook is the program\'s', sheet.bytes, readFileSync(path));
    await page.locator('button[aria-label^="“企业职工劳动合同签订份数”的目标改成 ≥4824"]').first().click();
    await page.waitForFunction(() => window.jiheng.now().plan.advised?.advice.items.find((i) => i.indicator === '企业职工劳动合同签订份数').target === '≥4824 份');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.jiheng.now().table?.rows.some((row) => row.target === '≥500 份'));
    await page.context().close();
  });

  job('调目标: somebody says which indicator goes on with which; it is kept in a file', async () => {
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', ['2023.yaml', '2024.yaml'].map((name) => join(root, 'samples/advise', name)));
    await page.waitForSelector('text=读到 2 张表');
    await page.click('nav >> text=调目标');
    await page.click('.tabs button:has-text("对照以前年度")').catch(() => undefined);
    await page.waitForSelector('table.advice', { state: 'attached' });
    const goesOnWith = (wanted, there) =>
      page.waitForFunction(([name, is]) => window.jiheng.now().plan.advised?.advice.items.find((i) => i.indicator === '培训人数').history.some((y) => y.indicator === name) === is, [wanted, there]);
    await goesOnWith('到课人次', false);
    for (const closed of await page.locator('details:not([open]) > summary:has(h3)').all()) await closed.click();
    const row = page.locator('table.advice tr:has(th:has-text("培训人数"))');
    await row.locator('button:has-text("选一项来对")').click();
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === '“培训人数”对应以前的哪一项');
    for (const _ of ['以前没有对应的', '到课人次']) await page.keyboard.press('ArrowDown'); // nothing is taken on the way
    await row.locator('button:has-text("用上")').click();
    await goesOnWith('到课人次', true);
    await page.screenshot({ path: join(pictures, '调目标-选对应.png'), fullPage: true });
    // As the program with the file that says so, and with the one that is kept.
    const sheet = await handed(page, () => page.click('text=建议存成 Excel'));
    const kept = await handed(page, () => page.click('button:has-text("存下选的对应")'));
    const file = join(scratch, '存下的对应.yaml');
    writeFileSync(file, kept.bytes);
    for (const match of ['samples/advise/对应.yaml', file]) {
      const path = join(scratch, 'matched.xlsx');
      run(['advise', '--history', 'samples/advise/2023.yaml', '--targets', 'samples/advise/2024.yaml', '--match', match, '-o', path, '--force']);
      expect(`the workbook is the program's with ${match}`, sheet.bytes, readFileSync(path));
    }
    await page.click('button:has-text("都由程序对应")');
    await goesOnWith('到课人次', false);
    await page.setInputFiles('input[aria-label="存下的对应"]', file);
    await goesOnWith('到课人次', true);
    await page.locator('table.advice tr:has(th:has-text("培训人数")) button:has-text("由程序对应")').click();
    await goesOnWith('到课人次', false);
    // A file of another year's tables is refused; what was chosen stays.
    writeFileSync(file, '对应:\n  - {指标: 没有这一项, 上年指标: 到课人次}\n');
    await page.setInputFiles('input[aria-label="存下的对应"]', file);
    await page.waitForSelector('.fault:has-text("没有这一项")');
    expect('not taken', await page.evaluate(() => window.jiheng.now().plan.matches.length), 0);
    await page.context().close();
  });

  job('调目标: a whole department', async () => {
    const page = await newPage();
    await sample(page);
    await tryTable(page, 'p26');
    const spent = page.locator('input[aria-label="执行数"]');
    await spent.fill('8');
    await spent.press('Enter');
    await until(page, '94.37'); // 20 × 8 ÷ 10 = 16 of 20
    await tryTable(page, 'p02');
    const rate = page.locator('input[aria-label="劳动仲裁案件结案率 完成"]');
    await rate.fill('96%');
    await rate.press('Enter');
    await until(page, '99.60'); // 10 × 96%
    await part(page, '整个部门');
    await page.waitForSelector('.parts table.list tbody tr:nth-child(3)');
    const rows = await page.locator('.parts table.list tbody tr').allTextContents();
    expect('both tables', rows.slice(0, 2).map((text) => text.match(/100\.00 99\.60|98\.37 94\.37/)?.[0]), ['100.00 99.60', '98.37 94.37']);
    expect('and the average', rows[2].includes('项目按资金加权平均'), true);
    await page.screenshot({ path: join(pictures, '调目标-整个部门.png'), fullPage: true });
    const file = await handed(page, () => page.click('.parts >> text=存成表格文字（csv）'));
    const wanted = run(['whatif', 'scorecards/2023-tongcheng', '--set', 'p02:劳动仲裁案件结案率.完成=96%', '--set', 'p26:预算.执行数=8', '--format', 'csv']);
    expect('csv as the program writes it', file.bytes, wanted.stdout);
    await page.click('.parts table.list tbody button.link');
    await page.waitForFunction(() => window.jiheng.now().plan.planned?.id === 'p26');
    expect('what was tried is still there', await total(page), '94.37');
    // All of it into the tables, and the whole set out: what the program writes of tables that say the same.
    await page.click('.parts button:has-text("把 2 张表的改动都写进表")');
    await page.waitForSelector('.parts .note:has-text("2 张表的 2 处改动写进了表")');
    const totals = () => page.evaluate(() => ['p02', 'p26'].map((id) => window.jiheng.now().desk.tables.find((t) => t.id === id).total));
    expect('in the tables', await totals(), ['99.60', '94.37']);
    await page.screenshot({ path: join(pictures, '调目标-整个部门写好.png'), fullPage: true });
    const changed = join(scratch, '样例');
    mkdirSync(changed, { recursive: true });
    for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      writeFileSync(join(changed, name), name === 'p02.yaml' ? text.replace('劳动仲裁案件结案率\n    目标: 100%\n    完成: 100%', '劳动仲裁案件结案率\n    目标: 100%\n    完成: 96%') : name === 'p26.yaml' ? text.replace('执行数: 10\n', '执行数: 8\n') : text);
    }
    const set = await handed(page, () => page.click('text=输出改好的整套文件'));
    run(['report', '样例', '-o', `${scratch}/changed/`, '--force'], scratch);
    expect('the whole set of the changed tables', inZip(set.bytes), inFolder(join(scratch, 'changed')));
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.jiheng.now().desk.tables.find((t) => t.id === 'p02').total === '100.00');
    expect('one step takes both back', await totals(), ['100.00', '98.37']);
    await page.context().close();
  });

  job('JSON of whatif, sweep, solve, sensitivity, simulate and advise as the program writes it', async () => {
    const page = await newPage();
    const all = ['scorecards/2023-tongcheng', ...['p02', 'p05', 'p13', 'p26', 'dept'].map((id) => `scorecards/2023-tongcheng/${id}.yaml`), 'samples/manual/2023'];
    for (const path of all) {
      await put(page, path);
      const one = path.endsWith('.yaml');
      const asked = [
        ['whatif', ['--set', one ? '预算.执行数=8' : ''], { settings: one ? ['预算.执行数=8'] : [] }],
        ['sensitivity', ['--sensitivity'], {}],
        ['simulate', ['--simulate', '500', '--uncertain', '全部=±5%'], { draws: 500, uncertain: ['全部=±5%'] }],
        ...(one ? [
          ['sweep', ['--sweep', '预算.执行数=0..30:1'], { sweeps: ['预算.执行数=0..30:1'] }],
          ['solve', ['--solve', '总分=80', '--vary', '预算.执行数'], { wanted: '总分=80', vary: ['预算.执行数'] }],
        ] : []),
      ];
      for (const [word, args, parameters] of asked) {
        const wanted = runMeanwhile(['whatif', path, '--format', 'json', ...args.filter((a, i) => a !== '' && (args[i + 1] !== '' || a !== '--set'))]);
        const got = await page.evaluate(async ([method, given]) => {
          const desk = await window.jiheng.engine.call('desk');
          const file = await window.jiheng.engine.output({ job: method, face: 'json', tables: desk.tables.filter((t) => t.scheme_name).map((t) => t.number), ...given }).catch(() => null);
          return file ? new TextDecoder().decode(file.data) : '';
        }, [word, parameters]);
        expect(`${word} ${path}`, got, String(await wanted));
      }
    }
    await page.context().close();
  });

  job('调目标 in four sizes', async () => {
    const page = await newPage();
    await sample(page);
    await tryTable(page, 'p26');
    await lookInAllSizes(page, '调目标');
    for (const [name, waits] of [['要到几分', 'label:has-text("想要总分")'], ['哪项最要紧', '.parts table.list tbody tr'], ['把握多大', 'text=算机会'], ['几种打算并排', 'text=读回存下的打算'], ['整个部门', 'text=张表都还没有改'], ['对照以前年度', 'text=选以前年度的文件夹']]) {
      await part(page, name);
      await page.waitForSelector(waits);
      await lookInAllSizes(page, `调目标-${name}`);
    }
    await page.context().close();
  }, 'long');
}
