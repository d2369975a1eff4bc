import type { CaptureContext } from '#shared/wire/capture.ts';
import { browserName } from '#desk/text/browser-name.ts';
import type { Words } from '#desk/text/words.ts';

/** What host pages usually add, as the documentation of the widget names it, and what the page inside a portal does. */
const usualExtras = ['screen', 'branch', 'page', 'deal', 'dealTitle'] as const;

/** What the widget took along, named in words; what only one host page adds keeps the name given there. */
export function environmentRows(
  { say }: Pick<Words, 'say'>,
  { viewport, userAgent, extra = {}, ...context }: CaptureContext,
): readonly (readonly [label: string, value: string])[] {
  const rows = [
    [say('environment.page'), context.page],
    [say('environment.title'), context.title],
    [say('environment.referrer'), context.referrer],
    [say('environment.version'), context.appVersion],
    [say('environment.browser'), userAgent && browserName(userAgent)],
    [say('environment.window'), viewport && `${viewport.width} × ${viewport.height}`],
    [say('environment.language'), context.language],
    [say('environment.zone'), context.timezone],
    ...Object.entries(extra).map(([name, value]) => [extraName(say, name), value] as const),
  ] as const;
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

function extraName(say: Words['say'], name: string): string {
  const usual = usualExtras.find((one) => one === name);
  return usual ? say(`environment.extra.${usual}`) : name;
}
