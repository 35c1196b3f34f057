// What the engine says: level in words, sentence, why, what to do; its id opens its page.
import type { Message } from './contract';
import type { Steps } from './state';

/** Schemes by their names, where a sentence has what they are called in files. */
export const inWords = (text: string, steps: Steps): string =>
  (steps.now().schemes?.schemes ?? []).reduce((all, { id, name }) => all.split(`方案 ${id} `).join(`方案“${name}”`).split(`方案 ${id}`).join(`方案“${name}”`), text);

export const levelWord = (severity: string): string => (severity === 'error' ? '错误' : severity === 'warning' ? '警告' : '提示');

export function Messages({ list, steps }: { list: Message[]; steps: Steps }) {
  return (
    <ul class="messages">
      {list.map((m, i) => (
        <li key={i} class={m.severity}>
          <strong>{levelWord(m.severity)}</strong> {inWords(m.message, steps)}
          {m.place && <span class="muted">（{m.place}）</span>}
          {m.why && <div>{inWords(m.why, steps)}</div>}
          {m.fix && <div>怎么办：{inWords(m.fix, steps)}</div>}
          <button type="button" class="link" onClick={() => void steps.help(m.id)}>说明 {m.id}</button>
        </li>
      ))}
    </ul>
  );
}
