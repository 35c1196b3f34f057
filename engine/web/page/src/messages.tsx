// What the engine says: level in words, sentence, why, what to do; its id opens its page.
import type { Message } from './contract';
import type { Steps } from './state';

export const levelWord = (severity: string): string => (severity === 'error' ? '错误' : severity === 'warning' ? '警告' : '提示');

export function Messages({ list, steps }: { list: Message[]; steps: Steps }) {
  return (
    <ul class="messages">
      {list.map((m, i) => (
        <li key={i} class={m.severity}>
          <strong>{levelWord(m.severity)}</strong> {m.message}
          {m.place && <span class="muted">（{m.place}）</span>}
          {m.why && <div>{m.why}</div>}
          {m.fix && <div>怎么办：{m.fix}</div>}
          <button type="button" class="link" onClick={() => void steps.help(m.id)}>说明 {m.id}</button>
        </li>
      ))}
    </ul>
  );
}
