import type { Locale } from '#shared/vocabulary.ts';
import type { SayCapture } from '#widget/capture/capture-words.ts';
import { canShare, thisTab } from '#widget/capture/exact-picture.ts';
import { recordScreen } from '#widget/capture/record-screen.ts';
import { planRecording } from '#widget/capture/recording-plan.ts';

const supports = (mimeType: string) => MediaRecorder.isTypeSupported(mimeType);

const planOf = (limitBytes: number) =>
  typeof MediaRecorder === 'function' ? planRecording(limitBytes, supports) : undefined;

/** Whether a film of the screen can be made here. */
export const canRecord = (limitBytes: number): boolean =>
  canShare() && planOf(limitBytes) !== undefined;

/** The panel that a node stands in, through every shadow. */
function panelAround(node: Node | null): HTMLElementTagNameMap['reglament-widget'] | undefined {
  if (!node) return undefined;
  if (node instanceof HTMLElement && node.localName === 'reglament-widget')
    return node as HTMLElementTagNameMap['reglament-widget'];
  return panelAround(node instanceof ShadowRoot ? node.host : node.parentNode);
}

/**
 * Everything outside a modal dialog of the page is out of reach: the bar stands in the newest one, and outside again
 * once that is closed or gone.
 *
 * @returns ends it
 */
function keepInReach(bar: HTMLElement): () => void {
  const settle = () => {
    const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
    if (bar.parentNode !== place) place.append(bar);
  };
  const changes = new MutationObserver(settle);
  changes.observe(document, { attributeFilter: ['open'], childList: true, subtree: true });
  settle();
  return () => changes.disconnect();
}

/**
 * Records what the person shares. The panel closes meanwhile, its draft is kept; a bar stands over the page,
 * and at the end the panel opens again.
 *
 * @returns undefined when the person refused to share or keeps nothing
 * @throws when the browser cannot record after all
 */
export async function filmTab(from: Node, say: SayCapture, locale: Locale, limitBytes: number) {
  const plan = planOf(limitBytes);
  if (!plan) throw new Error('nothing records here');
  const stream = await navigator.mediaDevices
    .getDisplayMedia({ ...thisTab, video: { frameRate: 15 }, audio: false })
    .catch((fault: DOMException) => {
      if (fault.name === 'NotAllowedError') return undefined;
      throw fault;
    });
  if (!stream) return undefined;
  const panel = panelAround(from);
  const bar = document.createElement('rg-recording');
  Object.assign(bar, { say, locale, limitBytes, theme: panel?.theme ?? 'auto' });
  const recording = recordScreen(stream, plan, limitBytes, Date.now, (state) => {
    bar.state = state;
  });
  bar.addEventListener('rg-stop', recording.stop);
  bar.addEventListener('rg-cancel', recording.cancel);
  panel?.close();
  const leave = keepInReach(bar);
  try {
    return await recording.done;
  } finally {
    leave();
    bar.remove();
    // one that the page took away meanwhile keeps the film in its draft
    await panel?.open().catch(() => undefined);
  }
}
