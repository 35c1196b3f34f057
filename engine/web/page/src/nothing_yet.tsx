// A view that has nothing to show yet: what is missing, and the way there.
import type { Steps } from './state';

export function NothingYet({ words, steps }: { words: string; steps: Steps }) {
  return (
    <>
      <p class="lead">{words}</p>
      <p class="buttons"><button type="button" class="main" onClick={() => steps.set({ view: 'open' })}>去打开文件</button></p>
    </>
  );
}
