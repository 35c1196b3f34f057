// What the engine says: level in words, sentence, why, what to do; its id opens its page.
import type { Message } from './contract';
import type { Steps } from './state';

/** Schemes by their names, places in words, where a sentence has what files have. */
export const inWords = (text: string, steps: Steps): string =>
  steps.named(text)
    .replace(/([^\s“”（）；，]+\.[a-z]+):(\d+):\d+/g, '$1 第 $2 行')
    .replace(/([^\s“”（）；，]+\.[a-z]+):([^\s!]+)!([A-Z]+\d+)/g, '$1 的“$2”表 $3 格');

export const levelWord = (severity: string): string => (severity === 'error' ? '错误' : severity === 'warning' ? '警告' : '提示');

/** `here`: they stand beside what they are about, and need not say where that is. */
export function Messages({ list, steps, here = false }: { list: Message[]; steps: Steps; here?: boolean }) {
  return (
    <ul class="messages">
      {list.map((m, i) => (
        <li key={i} class={m.severity}>
          <strong>{levelWord(m.severity)}</strong> {inWords(m.message, steps)}
          {m.place && !here && <span class="muted">（{m.place}）</span>}
          {m.why && <div>{inWords(m.why, steps)}</div>}
          {m.fix && <div>怎么办：{inWords(m.fix, steps)}</div>}
          <button type="button" class="link" onClick={() => void steps.help(m.id)}>说明 {m.id}</button>
        </li>
      ))}
    </ul>
  );
}
