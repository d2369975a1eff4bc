import type { ShownFrame } from './shown-frame.ts';

type Map = Readonly<Record<string, unknown>>;

/** Asks the portal's server something for a frame; undefined where it refuses. */
export async function askPortalServer<Answer = Map>(
  path: string,
  body: Map = {},
): Promise<Answer | undefined> {
  const answer = await fetch(`/demo/frame/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.ok ? ((await answer.json()) as Answer) : undefined;
}

/** A new rendering of the app. */
export const askForFrame = (body: Map): Promise<ShownFrame | undefined> =>
  askPortalServer<ShownFrame>('open', body);
