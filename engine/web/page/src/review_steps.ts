// What a reviewer does: decides, sends the review sheet out and takes it in again, compares with the submission before.
import type { Decision, Finding } from './contract';
import type { Chosen } from './files';
import { today } from './clock';
import { forgetDecisions, keepDecisions, keptDecisions } from './review_kept';
import type { Steps } from './state';

export interface Written {
  opinion: string;
  note: string;
}

export class ReviewSteps {
  constructor(private readonly steps: Steps) {}

  /** The same for each of them; without opinion and note nothing is decided any more. */
  async decide(findings: Finding[], written: Partial<Written>): Promise<void> {
    const by = this.steps.now().reviewer.trim();
    const decisions = findings.map((f): Decision => {
      const now = { opinion: f.opinion, note: f.note, ...written };
      const empty = now.opinion === '' && now.note === '';
      return { key: f.key, ...now, by: empty ? '' : by, date: empty ? '' : today() };
    });
    const done = await this.steps.asked('', (engine) => engine.call('decide', { decisions }));
    if (!done) return;
    this.show(decisions);
    await keepDecisions(decisions).catch(() => undefined);
    this.steps.set({ said: `写好 ${decisions.length} 条处理意见` });
  }

  /** To the cell a finding is of; `back` is the way back to its place in the list. */
  async goTo(finding: Finding, table: number, row: number | null): Promise<void> {
    const back = { key: finding.key, scroll: scrollY };
    await this.steps.fill(table, row);
    this.steps.set({ back });
  }

  /** To where a table is given its scheme, without which it has no form to be filled in. */
  async goToScheme(finding: Finding, table: number): Promise<void> {
    this.steps.set({ view: 'open', back: { key: finding.key, scroll: scrollY } });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    document.querySelector<HTMLElement>(`select[data-table="${table}"]`)?.focus();
  }

  /** The page of a finding, with the same way back. */
  async explain(finding: Finding): Promise<void> {
    const back = { key: finding.key, scroll: scrollY };
    await this.steps.help(finding.id);
    this.steps.set({ back });
  }

  /** As the engine has them now; the work that this browser keeps has them, too. */
  private show(decisions: Decision[]): void {
    this.steps.keepSoon();
    const { checked } = this.steps.now();
    if (!checked) return;
    const of = new Map(decisions.map((d) => [d.key, d]));
    this.steps.set({ checked: { ...checked, findings: checked.findings.map((f) => ({ ...f, ...of.get(f.key) })) } });
  }

  async out(): Promise<void> {
    await this.steps.handOut({ job: 'check', face: 'xlsx' });
  }

  async takeIn(file: Chosen): Promise<void> {
    const path = `审核表/${file.name}`;
    const read = await this.steps.asked('正在读审核表……', (engine) => engine.call('read_review', { path }, [[path, file.bytes]]));
    if (!read) return;
    this.show(read.taken);
    await keepDecisions(read.taken).catch(() => undefined);
    this.steps.set({ reviewLeft: read.left, said: `读回 ${read.taken.length} 条处理意见` });
  }

  /** The files are those of the submission before; what lies on the desk is the one of now. */
  async compare(files: Chosen[], paths: string[]): Promise<void> {
    const under = (name: string): string => `上一稿/${name}`;
    const put = files.map((file): [string, ArrayBuffer] => [under(file.name), file.bytes]);
    await this.compareWith(paths.map(under), put);
  }

  /** Again, of the tables as they are now, where a submission before was chosen. */
  async compareAgain(): Promise<void> {
    const { earlier } = this.steps.now();
    if (earlier.length > 0) await this.compareWith(earlier, []);
  }

  private async compareWith(paths: string[], put: [string, ArrayBuffer][]): Promise<void> {
    const compared = await this.steps.asked('正在和上一稿比……', (engine) => engine.call('compare', { paths }, put));
    const { checked } = this.steps.now();
    if (!compared || !checked) return;
    const fresh = compared.known.filter((known) => !known).length;
    this.steps.set({
      compared, earlier: paths, checked: { ...checked, findings: compared.findings },
      said: `和上一稿比：新查到 ${fresh} 条，还在 ${compared.known.length - fresh} 条，已改正 ${compared.gone.filter((g) => g.again).length} 条`,
    });
  }

  async forget(): Promise<void> {
    const forgotten = await keptDecisions().catch(() => []);
    const done = await this.steps.asked('', (engine) => engine.call('forget_decisions'));
    if (!done) return;
    await forgetDecisions().catch(() => undefined);
    await this.steps.keepNow().catch(() => undefined); // or they would come back with the work
    this.show((this.steps.now().checked?.findings ?? []).map((f) => ({ key: f.key, opinion: '', note: '', by: '', date: '' })));
    this.steps.set({ forgotten, said: '处理意见都清除了' });
  }

  /** What was just cleared. */
  async remember(): Promise<void> {
    const { forgotten } = this.steps.now();
    const done = await this.steps.asked('', (engine) => engine.call('decide', { decisions: forgotten }));
    if (!done) return;
    this.show(forgotten);
    await keepDecisions(forgotten).catch(() => undefined);
    this.steps.set({ forgotten: [], said: `拿回了 ${forgotten.length} 条处理意见` });
  }
}
