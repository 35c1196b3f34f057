// 打开, 检查, 调目标, 输出 and printing with the keyboard alone: every stop of Tab can be seen, and each job is done with Tab, Enter,
// arrows and letters. Called by page_test.mjs with its helpers.
import { join } from 'node:path';

export function keyboardJobs({ job, expect, newPage, root }) {
  /** Tab (or Shift+Tab) until the keyboard is at what is wanted; every stop must be visible as such. */
  async function go(page, wanted, key = 'Tab') {
    const passed = [];
    for (let i = 0; i < 150; ++i) {
      await page.keyboard.press(key);
      const [there, seen, name] = await page.evaluate((selector) => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        const shown = at === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && box.width > 0 && box.bottom > 0 && box.top < innerHeight);
        return [at.matches(selector), shown, (at.getAttribute('aria-label') ?? at.textContent).slice(0, 20)];
      }, wanted);
      if (!seen) expect(`the keyboard is seen at ${name}`, seen, true);
      if (there) return;
      passed.push(name);
    }
    throw new Error(`not reached with ${key}: ${wanted}, but ${passed.slice(0, 40).join('、')}`);
  }
  const named = (page, selector, words) =>
    page.evaluate(([what, text]) => {
      for (const one of document.querySelectorAll('[data-wanted]')) delete one.dataset.wanted;
      const found = [...document.querySelectorAll(what)].find((one) => one.textContent.includes(text));
      if (found) found.dataset.wanted = '1';
      return found !== undefined;
    }, [selector, words]);
  const goTo = async (page, words, key = 'Tab', selector = 'button') => {
    if (!(await named(page, selector, words))) throw new Error(`no ${selector} “${words}”`);
    await go(page, '[data-wanted]', key);
  };
  const at = (page, selector) => page.evaluate((what) => document.activeElement.matches(what), selector);
  const said = (page, words) => page.waitForFunction((text) => document.querySelector('.live').textContent.includes(text), words);

  job('the keyboard alone: open, review', async () => {
    const page = await newPage();
    const chooser = page.waitForEvent('filechooser');
    await goTo(page, '选文件');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(join(root, 'scorecards/2023-tongcheng/p26.yaml'));
    await page.waitForSelector('table.form');
    await said(page, '读到 1 张表');
    await page.keyboard.press('Tab');
    expect('in the view that came, not at the top of the page', await page.evaluate(() => document.activeElement.closest('main') !== null), true);
    await goTo(page, '打开', 'Shift+Tab', 'nav button');
    await page.keyboard.press('Enter');
    await goTo(page, '看样例');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.jiheng.now().desk.tables.length > 1);
    if (await page.locator('.twins').count()) {
      await goTo(page, '只留原来的', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await said(page, '收起了');
    }
    await goTo(page, '检查', 'Shift+Tab', 'nav button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('ol.findings li');
    await said(page, '查到');
    await goTo(page, '', 'Tab', '.desk input');
    await page.keyboard.type('绩效科');
    await go(page, '.choices select');
    await page.keyboard.press('ArrowDown'); // 错误
    await page.waitForFunction(() => window.jiheng.now().choice.level === 'error');
    const all = await page.evaluate(() => window.jiheng.now().checked.findings.length);
    const few = await page.locator('ol.findings li').count();
    expect('fewer are shown, and said', [few < all, await page.textContent('.choices [role=status]')], [true, `筛出 ${few} 条`]);
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => window.jiheng.now().choice.level === '');
    await goTo(page, '按级别', 'Tab', '.choices select');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => window.jiheng.now().choice.order === 'id');
    // All of them at once, then one by itself.
    await goTo(page, '请选', 'Tab', '.every select');
    await page.keyboard.press('ArrowDown');
    await goTo(page, '写给这', 'Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => window.jiheng.now().checked.findings.filter((f) => f.opinion === '属实' && f.by === '绩效科').length === n, all);
    await said(page, `写好 ${all} 条处理意见`);
    await go(page, '.findings li select');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => window.jiheng.now().checked.findings.filter((f) => f.opinion === '不属实').length === 1);
    await page.keyboard.press('Tab');
    await page.keyboard.type('按上年的口径');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => window.jiheng.now().checked.findings.some((f) => f.note === '按上年的口径'));
    // To the cell, and back by the browser's own way: the keyboard is where it was.
    await goTo(page, '去看', 'Tab', '.findings button');
    const key = await page.evaluate(() => document.activeElement.closest('li').dataset.key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('table.form');
    await page.goBack();
    await page.waitForFunction((wanted) => document.activeElement?.closest('li')?.dataset.key === wanted, key);
    await page.evaluate(() => void window.jiheng.clear());
    await page.context().close();
  });

  job('the keyboard alone: plan, hand out, print', async () => {
    const page = await newPage();
    await page.setInputFiles('input[aria-label="选文件"]', join(root, 'scorecards/2023-tongcheng/p26.yaml'));
    await page.waitForSelector('table.form');
    await goTo(page, '调目标', 'Shift+Tab', 'nav button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('svg.curve');
    await go(page, 'input[aria-label="执行数"]');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await said(page, '总分 94.37，优'); // 20 × 8 ÷ 10 = 16 of 20
    await page.keyboard.press('Tab');
    expect('the slider comes next', await at(page, 'input[type=range][aria-label="滑动执行数"]'), true);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.bar output').textContent !== '94.37');
    await goTo(page, '几种打算并排', 'Tab', '.tabs button');
    await page.keyboard.press('Enter');
    await go(page, '.parts form input');
    await page.keyboard.type('少执行');
    await page.keyboard.press('Enter');
    await page.waitForSelector('th:has-text("少执行")');
    await goTo(page, '输出', 'Shift+Tab', 'nav button');
    await page.keyboard.press('Enter');
    await goTo(page, 'Excel 自评表', 'Tab', '.outputs button');
    const [book] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect('a workbook', book.suggestedFilename().endsWith('.xlsx'), true);
    await said(page, '已经写好');
    await goTo(page, '填表', 'Shift+Tab', 'nav button');
    await page.keyboard.press('Enter');
    await page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await goTo(page, '打印', 'Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.printed === true); // once the table is as it was last read
    await page.context().close();
  });

  job('the review sheet is called the same everywhere', async () => {
    const page = await newPage();
    await page.click('text=看样例');
    await page.waitForSelector('text=读到 27 张表');
    await page.click('nav >> text=输出');
    const said = await page.locator('.outputs li').evaluateAll((lines) => lines.filter((line) => line.querySelector('span').textContent.trim().length < 8).length);
    expect('each file says what it is for', said, 0);
    const [out] = await Promise.all([page.waitForEvent('download'), page.click('.outputs button:has-text("审核表")')]);
    await page.click('nav >> text=检查');
    await page.waitForSelector('ol.findings li');
    const [again] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("输出审核表")')]);
    expect('its name', [out.suggestedFilename(), again.suggestedFilename()], ['审核表.xlsx', '审核表.xlsx']);
    await page.context().close();
  });

  job('a view with nothing in it leads to where files are opened', async () => {
    const page = await newPage();
    for (const view of ['检查', '调目标', '输出']) {
      await page.click(`nav >> text=${view}`);
      await page.click('main button:has-text("去打开文件")');
      await page.waitForSelector('button:has-text("选文件夹")');
    }
    await page.context().close();
  });
}
