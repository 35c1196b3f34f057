// 打开 as a person does it: the same file twice, a newer one, files that cannot be read; the way from a finding to its cell and back;
// low and dark windows; the keyboard alone. Called by page_test.mjs with its helpers.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function openJobs({ job, expect, newPage, root, scratch, pictures, look, keptWork }) {
  const p26 = join(root, 'scorecards/2023-tongcheng/p26.yaml');
  const choose = (page, ...paths) => page.setInputFiles('input[aria-label="选文件"]', paths);
  const sample = async (page) => {
    await page.click('text=看样例');
    await page.waitForSelector('text=读到 27 张表');
  };
  const tables = (page) => page.evaluate(() => window.jiheng.now().desk.tables.map((line) => line.total));
  const noted = (page, words) => page.waitForSelector(`p.note:has-text("${words}")`);

  job('打开: the same bytes a second time are told and not doubled', async () => {
    const page = await newPage();
    await choose(page, p26);
    await page.waitForSelector('table.form');
    await page.click('nav >> text=打开');
    await choose(page, p26);
    await noted(page, '“p26.yaml”已经打开了，内容一个字不差，没有再读');
    expect('said to a screen reader', (await page.textContent('.live')).includes('已经打开了'), true);
    const other = join(scratch, '又一份.yaml');
    copyFileSync(p26, other);
    await choose(page, other);
    await noted(page, '“又一份.yaml”已经打开了');
    expect('one table', await tables(page), ['98.37']);
    // Its folder: only what is not there yet is read.
    await page.setInputFiles('input[aria-label="选文件夹"]', join(root, 'scorecards/2023-tongcheng'));
    await page.waitForFunction(() => window.jiheng.now().desk.tables.length === 27);
    await noted(page, '已经打开了');
    await page.setInputFiles('input[aria-label="选文件夹"]', join(root, 'scorecards/2023-tongcheng'));
    await noted(page, '个文件已经打开了');
    expect('27 tables', (await tables(page)).length, 27);
    await page.screenshot({ path: join(pictures, '打开-同一份.png') });
    // What is put away altogether may come again.
    await page.click('text=全部收起，重新打开');
    await choose(page, p26);
    await page.waitForSelector('table.form');
    await page.context().close();
  });

  job('打开: a newer file of the same name is asked about; nothing is lost', async () => {
    const page = await newPage();
    const newer = join(scratch, '新的');
    mkdirSync(newer, { recursive: true });
    writeFileSync(join(newer, 'p26.yaml'), readFileSync(p26, 'utf8').replace('完成: 17.5 万元', '完成: 9 万元'));
    await choose(page, p26);
    await page.waitForSelector('table.form');
    await page.locator('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]').fill('10万元');
    await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.40'); // 97 + 3 × 8 ÷ 10
    await page.click('nav >> text=打开');
    await choose(page, join(newer, 'p26.yaml'));
    await page.waitForSelector('.twins');
    expect('which table, and that it is another', /“就业专项资金县级配套”已经打开过一份.*又来了一份，文件不一样/.test(await page.textContent('.twins')), true);
    await look(page, '打开-又来一份', '1366x768');
    await page.waitForSelector('section[aria-label="表和表之间要留意的"]');
    expect('places in words', /\.yaml:\d/.test(await page.textContent('main')), false);
    expect('both are there', (await tables(page)).sort(), ['99.40', '99.67']); // 97 + 3 × 8 ÷ 9
    await page.click('.twins button:has-text("只留新来的")');
    await noted(page, '原来的 1 张表收起了；Ctrl+Z 拿回来');
    expect('the new one', await tables(page), ['99.67']);
    expect('no longer asked', await page.locator('.twins').count(), 0);
    await page.keyboard.press('Control+z');
    await noted(page, '收起的 1 张表拿回来了');
    expect('the old one as it was left', await tables(page), ['99.40', '99.67']);
    await page.keyboard.press('Control+y');
    await page.waitForFunction(() => window.jiheng.now().desk.tables.length === 1);
    await page.click('text=全部收起，重新打开');
    for (const [button, left] of [['只留原来的', ['98.37']], ['两份都留着', ['98.37', '99.67']]]) {
      await choose(page, p26);
      await page.waitForSelector('table.form');
      await page.click('nav >> text=打开');
      await choose(page, join(newer, 'p26.yaml'));
      await page.click(`.twins button:has-text("${button}")`);
      await page.waitForFunction((n) => window.jiheng.now().desk.tables.length === n && !window.jiheng.now().twins, left.length);
      expect(button, await tables(page), left);
      await page.click('text=全部收起，重新打开');
    }
    await page.context().close();
  });

  job('打开: the table that is being filled in stays the same when others come', async () => {
    const page = await newPage();
    await choose(page, p26);
    await page.waitForSelector('table.form');
    await page.click('nav >> text=打开');
    await choose(page, join(root, 'scorecards/2023-tongcheng/dept.yaml')); // the department's own table stands before it
    await page.waitForFunction(() => window.jiheng.now().desk.tables.length === 2);
    await page.click('nav >> text=填表');
    expect('the list says the same table', (await page.locator('select[aria-label="哪一张表"]').evaluate((select) => select.selectedOptions[0].textContent)).startsWith('p26 '), true);
    await page.locator('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]').fill('9万元');
    await page.waitForFunction(() => document.querySelector('.bar output')?.textContent === '99.67');
    expect('the other is as it was', (await page.evaluate(() => window.jiheng.now().desk.tables.find((line) => line.id === 'dept').total)), '100.00');
    await page.context().close();
  });

  job('打开: pressed while files are read, the page is where it was pressed', async () => {
    const department = readdirSync(join(root, 'scorecards/2023-tongcheng')).filter((name) => name.endsWith('.yaml')).map((name) => [name, readFileSync(join(root, 'scorecards/2023-tongcheng', name), 'utf8')]);
    /** Opens so many units, and presses as soon as the page says that it reads. */
    const pressed = (page, units, view) =>
      page.evaluate(async ([list, many, words]) => {
        const put = many.flatMap((unit) => list.map(([name, text]) => ({ name: `${unit}/${name}`, bytes: new TextEncoder().encode(text.replaceAll('通城县', `第${unit}县`)).buffer })));
        const opened = window.jiheng.open(put, many.map(String));
        while (!document.querySelector('.progress')) await new Promise((done) => setTimeout(done));
        if (words) [...document.querySelectorAll('nav button')].find((button) => button.textContent === words).click();
        const reading = window.jiheng.now().progress !== null;
        await opened;
        return reading;
      }, [department, units, view]);
    const page = await newPage();
    expect('it was reading', await pressed(page, [1, 2, 3], '检查'), true);
    await page.waitForSelector('ol.findings li'); // of all that was read
    expect('checked', await page.evaluate(() => [window.jiheng.now().view, window.jiheng.now().desk.tables.length]), ['check', 81]);
    await pressed(page, [4, 5], '填表');
    await page.waitForSelector('table.form');
    expect('fill', await page.evaluate(() => window.jiheng.now().view), 'fill');
    await pressed(page, [6, 7], '输出');
    expect('output', await page.evaluate(() => window.jiheng.now().view), 'output');
    await pressed(page, [8, 9], '');
    expect('not pressed', await page.evaluate(() => [window.jiheng.now().view, window.jiheng.now().busy, window.jiheng.now().desk.tables.length]), ['open', '', 9 * 27]);
    await page.context().close();
  });

  job('打开: what is closed can be gone on with, to the last key, beside what comes after it', async () => {
    const page = await newPage();
    await choose(page, p26);
    await page.waitForSelector('table.form');
    await page.locator('textarea[aria-label^="2023 年发放符合条件的返乡创业人员一次性创业补贴 实际"]').fill('9万元');
    await page.click('nav >> text=打开');
    await page.click('text=全部收起，重新打开'); // at once
    await choose(page, join(root, 'samples/good/national-2020.yaml'));
    await page.waitForSelector('table.form');
    await keptWork(page, ['某县教育局']);
    await page.click('nav >> text=打开');
    await page.click('text=全部收起，重新打开');
    const before = page.locator('section[aria-label="上次的"] li');
    await before.nth(1).waitFor();
    expect('both are there', await before.count(), 2);
    await before.filter({ hasText: '通城县' }).locator('button').click();
    await page.waitForFunction(() => window.jiheng.now().desk?.tables[0]?.total === '99.67');
    await page.context().close();
  });

  job('打开: each opening has its own list, which can be put away; an empty file is empty', async () => {
    const page = await newPage();
    const empty = join(scratch, '空的.xlsx');
    writeFileSync(empty, '');
    await choose(page, join(root, 'samples/documents/2023-selfeval.xls'));
    await page.waitForSelector('h2:has-text("2023-selfeval.xls")');
    await choose(page, empty);
    const now = page.locator('section[aria-label="要留意的"]');
    await now.locator('h2:has-text("空的.xlsx")').waitFor();
    expect('what is wrong with it', (await now.textContent()).includes('“空的.xlsx”是空的，里面什么也没有'), true);
    expect('of this opening alone', [await now.locator('li').count(), (await now.textContent()).includes('2023-selfeval.xls')], [1, false]);
    const before = page.locator('details:has(summary:has-text("早先打开的“2023-selfeval.xls”"))');
    expect('the one before is folded', await before.getAttribute('open'), null);
    await page.screenshot({ path: join(pictures, '打开-两次.png'), fullPage: true });
    await now.locator('button:has-text("收起这些")').click();
    expect('it is put away', [await now.count(), await before.count()], [0, 1]);
    await page.click('button:has-text("再看")');
    await now.waitFor();
    await page.context().close();
  });

  job('检查: to a cell and back to the same place', async () => {
    const page = await newPage({ width: 1024, height: 768 });
    await sample(page);
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    await page.selectOption('label:has-text("级别") select', 'warning');
    await page.selectOption('label:has-text("排列") select', 'table');
    const item = page.locator('ol.findings li').nth(9);
    const key = await item.getAttribute('data-key');
    const go = item.locator('button:has-text("去看")');
    const left = async () => {
      await go.scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollBy(0, 60));
    };
    await page.evaluate(() => addEventListener('click', () => { if (document.querySelector('ol.findings')) window.left = Math.round(scrollY); }, true));
    const scrolled = () => page.evaluate(() => window.left);
    const there = async (what, scroll) => {
      await page.waitForFunction((wanted) => document.activeElement?.closest('li')?.dataset.key === wanted, key);
      const shown = await page.evaluate(() => [document.querySelector('.choices select').value, Math.round(scrollY)]);
      expect(what, shown, ['warning', scroll]);
      expect(`${what}: sorted as before`, await page.inputValue('label:has-text("排列") select'), 'table');
    };
    for (const [what, back] of [['回到检查', () => page.click('header button:has-text("回到检查")')], ['the way back of the browser', () => page.goBack()]]) {
      await left();
      await go.click();
      const scroll = await scrolled();
      expect(`${what}: far down`, scroll > 500, true);
      await page.waitForSelector('table.form');
      await back();
      await there(what, scroll);
    }
    await left();
    await item.locator('button:has-text("说明")').click(); // and from the page of a finding
    await page.waitForSelector('article h3');
    await page.click('button:has-text("看完了，回去")');
    await there('from its page', await scrolled());
    // With a cell mended meanwhile the tables are checked again; what was chosen stays.
    await go.click();
    await page.waitForSelector('table.form');
    await page.locator('textarea[data-kind="实际完成值"]').first().fill('1人');
    await page.waitForFunction(() => window.jiheng.now().checked === null);
    await page.click('header button:has-text("回到检查")');
    await page.waitForSelector('ol.findings li');
    expect('still filtered', await page.inputValue('label:has-text("级别") select'), 'warning');
    await page.context().close();
  });

  job('a low window is mostly work; a dark one is dark altogether', async () => {
    for (const [width, height] of [[911, 512], [819, 614]]) { // 1366 × 768 at 150%, 1024 × 768 at 125%
      const page = await newPage({ width, height });
      const top = (selector) => page.evaluate((wanted) => document.querySelector(wanted).getBoundingClientRect().top, selector);
      const half = (what, taken) => expect(`${what} ${width}×${height}: ${Math.round((100 * taken) / height)}% taken`, taken < height / 2, true);
      await sample(page);
      half('打开', await top('table.list tbody'));
      await page.click('nav >> text=检查');
      await page.waitForSelector('ol.findings li');
      half('检查', await top('ol.findings'));
      await page.click('nav >> text=调目标');
      await page.waitForSelector('svg.curve');
      half('调目标', Math.max(await top('table.figures tbody'), await top('.parts')));
      await page.click('nav >> text=打开');
      await page.click('button.link:has-text("就业专项资金县级配套")');
      await page.waitForSelector('table.form');
      half('填表', await top('table.form'));
      await page.click('td.score button[aria-label^="2023 年发放"]');
      await page.waitForSelector('aside.why');
      const [bars, pane] = await page.evaluate(() => [document.querySelector('.bar').getBoundingClientRect().bottom, document.querySelector('aside.why').getBoundingClientRect().top]);
      half('填表 with its reasons', height - (pane - bars));
      expect(`nothing beside the window at ${width}`, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await page.context().close();
    }
    const page = await newPage(undefined, undefined, { colorScheme: 'dark' });
    const light = (text) => text.match(/\d+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 3;
    await look(page, '暗色-开始', '1366x768', true);
    await sample(page);
    await look(page, '暗色-打开', '1366x768', true);
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    await look(page, '暗色-检查', '1366x768', true);
    await page.click('nav >> text=调目标');
    await page.waitForSelector('svg.curve polyline');
    const colours = await page.evaluate(() => [...document.querySelectorAll('svg.curve rect')].slice(0, 1).concat(document.querySelector('svg.curve polyline')).map((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke]));
    expect('the ground of the curve is dark, its line is not', [light(colours[0][0]) < 60, light(colours[1][1]) > 120], [true, true]);
    await look(page, '暗色-调目标', '1366x768', true);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text=存成矢量图（svg）')]);
    expect('the picture that is kept is for paper', readFileSync(await saved.path(), 'utf8').includes('fill="#fff"'), true);
    for (const name of ['哪项最要紧', '几种打算并排', '整个部门', '对照以前年度']) {
      await page.click(`.tabs button:has-text("${name}")`);
      await page.waitForFunction(() => window.jiheng.now().busy === '');
      await look(page, `暗色-${name}`, '1366x768', true);
    }
    for (const view of ['填表', '输出', '帮助']) {
      await page.click(`nav >> text=${view}`);
      await look(page, `暗色-${view}`, '1366x768', true);
    }
    await page.emulateMedia({ media: 'print' });
    expect('on paper it is light', await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()), '#fff');
    await page.context().close();
  });
}

/** What a reviewer with the tables of several units and years stumbles over, and a planner with last year's. */
export function strangerJobs({ job, expect, newPage, root, scratch, inZip, inFolder, run }) {
  const choose = (page, ...paths) => page.setInputFiles('input[aria-label="选文件"]', paths.map((path) => join(root, path)));

  job('tables of which nothing says the scheme: one choice for all; no way into a table without one', async () => {
    const page = await newPage();
    await choose(page, 'samples/documents/2024-unit-targets.txt', 'samples/documents/2024-described-targets.txt');
    await page.waitForSelector('.proposals');
    const all = await page.evaluate(() => window.jiheng.now().desk.tables.filter((line) => !line.proposal?.scheme).length);
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    await page.click('ol.findings button:has-text("选方案")');
    await page.waitForFunction(() => document.activeElement?.matches('select[data-table]'));
    await page.click('header button:has-text("回到检查")');
    await page.waitForSelector('ol.findings li');
    await page.click('nav >> text=打开');
    const select = page.locator(`.proposals select[aria-label="${all} 张表的方案"]`);
    await select.selectOption('national-2020');
    await page.click(`.proposals button:has-text("给这 ${all} 张表用上")`);
    await page.waitForFunction((n) => window.jiheng.now().desk.tables.filter((line) => line.scheme === 'national-2020').length >= n, all);
    expect('none is left without', await page.evaluate(() => window.jiheng.now().desk.tables.filter((line) => !line.scheme && !line.proposal?.scheme).length), 0);
    await page.context().close();
  });

  job('two years on the desk: a year by itself is checked and handed out', async () => {
    const page = await newPage();
    for (const year of ['2024', '2023']) {
      await page.setInputFiles('input[aria-label="选文件夹"]', join(root, `scorecards/${year}-tongcheng`));
      await page.waitForFunction((wanted) => window.jiheng.now().busy === '' && window.jiheng.now().desk?.tables.some((line) => String(line.year) === wanted), year);
    }
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    const all = await page.locator('ol.findings li').count();
    await page.selectOption('label:has-text("年度") select', '2024');
    const few = await page.locator('ol.findings li').count();
    expect('of one year fewer', few > 0 && few < all, true);
    const ids = (await page.textContent('main')).match(/(?<![a-z0-9-])[a-z]+-20\d\d/g); // what files call schemes
    expect('schemes by their names', ids, null);
    await page.click('nav >> text=输出');
    await page.selectOption('label:has-text("输出哪些") select', { label: '2023 年的 27 张表' });
    const [set] = await Promise.all([page.waitForEvent('download'), page.click('.outputs button:has-text("整套文件")')]);
    run(['report', '2023-tongcheng', '-o', `${scratch}/year/`, '--force'], join(root, 'scorecards'));
    expect('the set of that year', inZip(readFileSync(await set.path())), inFolder(join(scratch, 'year')));
    await page.context().close();
  });

  job('a planner begins with targets alone: nothing is said to be 0, earlier years come first', async () => {
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件夹"]', join(root, 'scorecards/2024-tongcheng'));
    await page.waitForSelector('text=/读到 \\d+ 张表/');
    expect('no budget of 0', [(await page.textContent('main')).includes('预算 0 万元'), (await page.textContent('main')).includes('还没有填完成值')], [false, true]);
    await page.click('nav >> text=调目标');
    await page.waitForSelector('.tabs button[aria-pressed=true]:has-text("对照以前年度")');
    await page.context().close();
  });
}
