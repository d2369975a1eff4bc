import './parent.css';
import { choose } from './choose.ts';
import { frameParent, type FrameActs, type FrameParent } from './frame-protocol.ts';
import { askForFrame, askPortalServer } from './portal-server.ts';
import { showFrame, type ShownFrame } from './shown-frame.ts';
import { openSlider, type Slider } from './slider.ts';

/** What the server says of this page, for its script. */
interface PageSays {
  readonly words: Readonly<
    Record<'close' | 'choose' | 'cancel' | 'noTokens' | 'notShown' | 'page', string>
  >;
  readonly offered: Parameters<typeof choose>[2];
  readonly userId: string;
}

type Map = Readonly<Record<string, unknown>>;

const said = document.getElementById('page-says')?.textContent ?? '{}';
const { words, offered, userId } = JSON.parse(said) as PageSays;
const parents: FrameParent[] = [];
const title = document.querySelector('[data-app-title]');

/** Shows the app and answers it from then on. */
function bring(into: Element, frame: ShownFrame, slider?: Slider): void {
  const iframe = showFrame(into, frame);
  const post = (text: string) => iframe.contentWindow?.postMessage(text, frame.appOrigin);
  parents.push(frameParent(frame, actsOf(frame, iframe, slider), post));
}

function actsOf(frame: ShownFrame, iframe: HTMLIFrameElement, slider?: Slider): FrameActs {
  const ask = <Answer = Map>(act: string, body?: Map) =>
    askPortalServer<Answer>(`${frame.sid}/${act}`, body);
  return {
    data: async () => (await ask('data')) ?? {},
    refresh: async () => {
      const fresh = await ask('refresh');
      if (!fresh) alert(words.noTokens);
      return fresh;
    },
    finishInstall: () =>
      void ask('finish').then(() => {
        const page = new URL(location.href);
        page.searchParams.set('install_finished', 'Y');
        location.assign(page);
      }),
    setAppOption: async (name, value) => (await ask('app-option', { name, value })) ?? {},
    setUserOption: async (name, value) => void (await ask('user-option', { name, value })),
    resize: (width, height) => {
      if (typeof width === 'number') iframe.style.width = `${width}px`;
      if (typeof height === 'number') iframe.style.height = `${height}px`;
      return { width: iframe.offsetWidth, height: iframe.offsetHeight };
    },
    setTitle: (text) => {
      document.title = text;
      if (title) title.textContent = text;
    },
    scrollTo: (top) => window.scrollTo({ top }),
    reload: () => location.reload(),
    openApp: (params) => openApp({ sid: frame.sid, placement: 'DEFAULT', options: params }),
    close: () => (slider ? slider.close() : undefined),
    openPath: async (path) => {
      const opened = openSlider(words.page, words.close);
      const page = document.createElement('iframe');
      page.src = path;
      page.title = words.page;
      opened.body.append(page);
      await opened.closed;
    },
    choose: (what, params) => choose(what, params, offered, words),
    // calls and chats are of the portal; here they are only named
    dial: (how, params) => {
      const note = document.querySelector('[data-dialled]');
      if (note) note.textContent = `${how} ${JSON.stringify(params)}`;
    },
  };
}

/** Opens the app in a slider, as its own page, a link or the user menu asks. */
async function openApp(wish: Map): Promise<void> {
  const { options, ...rest } = wish;
  const { bx24_title: label, bx24_width: width } = (options ?? {}) as Map;
  const frame = await askForFrame({ ...rest, options, slider: true, uri: location.pathname });
  if (!frame) return alert(words.notShown);
  const slider = openSlider(
    typeof label === 'string' ? label : frame.title,
    words.close,
    Number(width) || undefined,
  );
  bring(slider.body, frame, slider);
  await slider.closed;
}

addEventListener('message', ({ origin, data }) => {
  for (const parent of parents) void parent.hear(origin, data);
});

for (const place of document.querySelectorAll<HTMLElement>('[data-frame]'))
  bring(place, JSON.parse(place.dataset['frame'] ?? '{}') as ShownFrame);

for (const button of document.querySelectorAll<HTMLElement>('[data-open-placement]'))
  button.addEventListener('click', () => {
    const { openPlacement: placement, clientId } = button.dataset;
    void openApp({ placement, clientId, options: { USER_ID: userId } });
  });

for (const button of document.querySelectorAll<HTMLElement>('[data-fire]'))
  button.addEventListener('click', () => {
    for (const parent of parents) parent.fire(button.dataset['fire'] ?? '', { ID: '8061' });
  });

document
  .querySelector('.menu [aria-current]')
  ?.scrollIntoView({ inline: 'center', block: 'nearest' });

const deepLink = document.querySelector<HTMLElement>('[data-deep-link]')?.dataset['deepLink'];
if (deepLink !== undefined) void openApp(JSON.parse(deepLink) as Map);
