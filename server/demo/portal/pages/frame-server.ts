import { frameData, refreshFrame, type Frame } from '#server/demo/portal/frames.ts';
import { finishInstall } from '#server/demo/portal/install-acts.ts';
import type { PageContext } from '#server/demo/portal/pages/page-context.ts';
import { frameForPage } from '#server/demo/portal/pages/shown-frame.ts';
import { phpArray, phpJson, type PhpMap } from '#server/demo/portal/php.ts';
import { mapOf, textOf } from '#server/demo/portal/rest/method.ts';

/**
 * What the script of a page asks its server for a frame: `open`, or `<sid>/<act>`. Only whoever opened a frame
 * may, from a page of the portal.
 */
export function answerFrame(context: PageContext, request: Request, body: string): Response {
  const { url, world, portal, person } = context;
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== url.origin) return refused();
  const params = read(body);
  const [, , , first = '', act = ''] = url.pathname.split('/');
  if (first === 'open') return open(context, params);
  const frame = world.frames.get(first);
  if (!frame || frame.portal !== portal || frame.userId !== person.id) return refused();
  return json(actOnFrame(context, frame, act, params));
}

const refused = () => new Response('', { status: 403 });

function read(body: string): PhpMap {
  try {
    return mapOf(JSON.parse(body));
  } catch {
    return {};
  }
}

/** What is undefined has no answer. */
const json = (value: unknown): Response =>
  value === undefined
    ? new Response('', { status: 409 })
    : new Response(phpJson(value), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      });

/** A slider: the app once more, by itself or from a link or a menu. */
function open({ world, portal, person, url }: PageContext, params: PhpMap): Response {
  const from = world.frames.get(textOf(params['sid']));
  const clientId = from?.install.app.clientId ?? textOf(params['clientId']);
  const placement = textOf(params['placement']) || 'DEFAULT';
  const path = textOf(params['uri']);
  // which more keys stand there in a slider is not known
  const own = placement === 'DEFAULT' ? { IFRAME: 'Y', IFRAME_TYPE: 'SIDE_SLIDER' } : {};
  const options = {
    ...written(mapOf(params['options'])),
    ...own,
    URI: path.startsWith('/') ? path : url.pathname,
  };
  const userId = person.id;
  const shown = frameForPage(world, portal, { clientId, userId, placement, options, slider: true });
  return json(typeof shown === 'string' ? undefined : shown);
}

/** Values travel as text. */
const written = (options: PhpMap): PhpMap =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, textOf(value) || value]),
  );

function actOnFrame({ world, portal }: PageContext, frame: Frame, act: string, params: PhpMap) {
  const { install, userId } = frame;
  const name = textOf(params['name']);
  if (act === 'data') return frameData(frame);
  if (act === 'refresh') return refreshFrame(world, frame);
  const isAdmin = portal.people.get(userId)?.admin === true;
  if (act === 'finish') {
    if (!isAdmin) return undefined;
    finishInstall(world, portal, install.app.clientId);
    return true;
  }
  if (act === 'app-option') {
    if (!isAdmin) return undefined;
    install.options[name] = params['value'];
    return phpArray(install.options);
  }
  if (act === 'user-option') {
    install.userOptions.set(userId, {
      ...install.userOptions.get(userId),
      [name]: params['value'],
    });
    return true;
  }
  return undefined;
}
