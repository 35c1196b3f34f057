// One cell of the form to type into: every key is scored, arrows go from cell to cell as in a spreadsheet, a block is pasted.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pastedBlock } from './edits';
import type { Steps } from './state';

export interface Place {
  table: number;
  row: number | null;
  field: string;
}

const flat = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The cell a key leads to: above, below, beside. */
function neighbour(cell: HTMLTextAreaElement, key: string): HTMLTextAreaElement | undefined {
  const cells = (within: ParentNode, words = ''): HTMLTextAreaElement[] => [...within.querySelectorAll<HTMLTextAreaElement>(`textarea.cell${words}`)];
  const across = key === 'ArrowLeft' || key === 'ArrowRight';
  const line = across ? cells(cell.closest('tr') ?? document) : cells(document, `[data-kind="${cell.dataset['kind'] ?? ''}"]`);
  return line[line.indexOf(cell) + (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)];
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
  steps: Steps;
  place: Place;
}

export function CellInput({ label, value, wrong, steps, place }: Given) {
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
    <div class="grows" data-text={text}>
      <textarea
        rows={1}
        class="cell"
        aria-invalid={wrong}
        data-kind={place.field}
        data-row={place.row ?? ''}
        aria-label={label}
        value={text}
        onFocus={() => {
          typing.current = false;
          before.current = text;
          steps.at(place.row);
        }}
        onInput={(event) => {
          const to = flat((event.currentTarget as HTMLTextAreaElement).value);
          setText(to);
          if (!event.isComposing) void send(to);
        }}
        onCompositionEnd={(event) => void send(flat((event.currentTarget as HTMLTextAreaElement).value))}
        onBlur={() => {
          void send(text);
          typing.current = false;
        }}
        onPaste={(event) => {
          const raw = event.clipboardData?.getData('text/plain') ?? '';
          const block = pastedBlock(raw);
          const one = block.length === 1 && block[0]?.length === 1;
          if (place.row === null || (one && block[0]?.[0] === raw.trim() && !/[\r\n]/.test(raw))) return; // as any text
          event.preventDefault();
          void steps.paste(place, block);
        }}
        onKeyDown={(event) => {
          const cell = event.currentTarget as HTMLTextAreaElement;
          if (event.isComposing) return;
          if (event.key === 'F2') cell.setSelectionRange(cell.value.length, cell.value.length);
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
              to?.select();
            } else return;
          }
          event.preventDefault();
        }}
      />
    </div>
  );
}

const kRowKeys: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', Insert: 'add', Delete: 'remove' };
