// One cell of the form to type into: every key is scored, arrows go from cell to cell as in a spreadsheet, a block is pasted.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isProse, isWhole, pastedBlock } from './edits';
import type { Steps } from './state';

export interface Place {
  table: number;
  row: number | null;
  field: string;
  rows?: number; // that the cell is of
}

/** A cell is one line; a sentence may have several. */
const flat = (text: string, field: string): string => (isProse(field) ? text.replace(/\r\n?/g, '\n') : text.replace(/[\r\n]+/g, ' '));

type Typed = HTMLTextAreaElement | HTMLSelectElement;

/** The cell a key leads to: beside it on its line, or the next above or below that stands over or under it. */
function neighbour(cell: Typed, key: string): Typed | undefined {
  const cells = (within: ParentNode): Typed[] => [...within.querySelectorAll<Typed>('textarea.cell, select.cell')];
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const line = cells(cell.closest('tr') ?? document);
    return line[line.indexOf(cell) + (key === 'ArrowLeft' ? -1 : 1)];
  }
  const box = (one: Typed): DOMRect => (one.closest('.fact') ?? one.closest('td') ?? one).getBoundingClientRect();
  const here = box(cell);
  const middle = (at: DOMRect): number => Math.abs(at.left + at.width / 2 - here.left - here.width / 2);
  let best: [Typed, DOMRect] | undefined;
  for (const other of cells(document)) {
    const at = box(other);
    const beyond = key === 'ArrowDown' ? at.top - here.bottom : here.top - at.bottom;
    if (beyond < -2 || at.right <= here.left + 2 || at.left >= here.right - 2) continue;
    const far = best ? (key === 'ArrowDown' ? best[1].top - here.bottom : here.top - best[1].bottom) : Infinity;
    if (beyond < far - 2 || (best && beyond < far + 2 && middle(at) < middle(best[1]))) best = [other, at];
  }
  return best?.[0];
}

/** Whether the key leaves the cell: sideways only from its end, or where all of it is selected as after coming in. */
function leaves(event: KeyboardEvent, cell: HTMLTextAreaElement): string {
  const { key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return '';
  if (key === 'Enter') return event.shiftKey ? 'ArrowUp' : 'ArrowDown';
  if (event.shiftKey) return '';
  if (key === 'ArrowDown' || key === 'ArrowUp') return key;
  const { selectionStart: from, selectionEnd: to } = cell;
  const all = from === 0 && to === cell.value.length;
  if (key === 'ArrowRight' && (all || (from === to && to === cell.value.length))) return key;
  if (key === 'ArrowLeft' && (all || (from === to && from === 0))) return key;
  return '';
}

interface Given {
  label: string;
  value: string;
  wrong: boolean; // what stands in it was refused
  draft: string; // printed where nothing is written
  steps: Steps;
  place: Place;
}

export function CellInput({ label, value, wrong, draft, steps, place }: Given) {
  const whole = isWhole(place.field);
  const [text, setText] = useState(value);
  const sent = useRef(value); // what the engine knows
  const own = useRef(new Set<string>()); // texts sent in one go: an answer to one of them takes nothing back that was typed since
  const next = useRef<string | null>(null); // typed while it was at work
  const busy = useRef(false);
  const typing = useRef(false); // since the cell was entered
  const before = useRef(value); // when it was
  const here = useRef(place);
  here.current = place;
  useLayoutEffect(() => {
    if (value.trim() === sent.current.trim() || (busy.current && own.current.has(value.trim()))) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const send = async (to: string): Promise<void> => {
    next.current = to;
    if (busy.current) return;
    busy.current = true;
    for (let now: string | null = to; now !== null && now !== sent.current; now = next.current) {
      next.current = null;
      const from = sent.current;
      // A word typed on, or shortened, is one step of undo with its beginning.
      const more = typing.current && (now.startsWith(from) || from.startsWith(now));
      own.current.add(from.trim()).add(now.trim());
      sent.current = now;
      typing.current = true;
      await steps.edit({ ...here.current, from, to: now }, more);
    }
    next.current = null;
    busy.current = false;
    own.current.clear();
  };
  return (
    <div class="grows" data-text={text || draft}>
      <textarea
        rows={1}
        class="cell"
        aria-invalid={wrong}
        data-kind={place.field}
        data-row={place.row ?? ''}
        aria-label={label}
        value={text}
        placeholder={draft}
        onFocus={() => {
          typing.current = false;
          before.current = text;
          steps.at(place.row);
        }}
        onInput={(event) => {
          const to = flat((event.currentTarget as HTMLTextAreaElement).value, place.field);
          setText(to);
          if (!event.isComposing && !whole) void send(to);
        }}
        onCompositionEnd={(event) => {
          if (!whole) void send(flat((event.currentTarget as HTMLTextAreaElement).value, place.field));
        }}
        onBlur={() => {
          void send(text);
          typing.current = false;
        }}
        onPaste={(event) => {
          const raw = event.clipboardData?.getData('text/plain') ?? '';
          const block = pastedBlock(raw);
          const one = block.length === 1 && block[0]?.length === 1;
          if ((one && block[0]?.[0] === raw.trim() && !/[\r\n]/.test(raw)) || (isProse(place.field) && !raw.includes('\t'))) return; // as any text
          event.preventDefault();
          void steps.paste(place, block);
        }}
        onKeyDown={(event) => {
          const cell = event.currentTarget as HTMLTextAreaElement;
          if (event.isComposing) return;
          if (event.key === 'Enter' && event.altKey && isProse(place.field)) {
            cell.setRangeText('\n', cell.selectionStart, cell.selectionEnd, 'end');
            cell.dispatchEvent(new InputEvent('input', { bubbles: true }));
          } else if (event.key === 'F2') cell.setSelectionRange(cell.value.length, cell.value.length);
          else if (event.key === 'Escape') {
            setText(before.current);
            void send(before.current);
          } else {
            const word = event.altKey && place.row !== null ? kRowKeys[event.key] : undefined;
            const key = leaves(event, cell);
            if (word) void steps.editRows(word, place.field);
            else if (key) {
              void send(text);
              const to = neighbour(cell, key);
              to?.focus();
              if (to instanceof HTMLTextAreaElement) to.select();
            } else return;
          }
          event.preventDefault();
        }}
      />
    </div>
  );
}

/** One of the words that the form has for it. */
export function CellChoice({ label, value, choices, draft = '', steps, place }: { label: string; value: string; choices: string[]; draft?: string; steps: Steps; place: Place }) {
  const words = value === '' || choices.includes(value) ? choices : [...choices, value];
  return (
    <select
      class="cell"
      data-kind={place.field}
      data-row={place.row ?? ''}
      aria-label={label}
      value={value}
      onFocus={() => steps.at(place.row)}
      onChange={(event) => void steps.edit({ ...place, from: value, to: (event.currentTarget as HTMLSelectElement).value })}
    >
      <option value="">{draft || '（没有选）'}</option>
      {words.map((word) => <option key={word} value={word}>{word}</option>)}
    </select>
  );
}

const kRowKeys: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', Insert: 'add', Delete: 'remove' };
