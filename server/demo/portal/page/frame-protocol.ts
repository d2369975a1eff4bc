import { openablePath } from './openable-path.ts';
import { readAppMessage, writeReply } from './wire.ts';

/** What the page knows of a frame it shows. */
export interface FrameSetting {
  readonly sid: string;
  /** The only origin it hears. */
  readonly appOrigin: string;
  readonly placement: string;
  readonly slider: boolean;
  readonly isAdmin: boolean;
  /** Events that this placement tells of. */
  readonly events: readonly string[];
  /** Commands that get no answer here, as on a portal that is ill. */
  readonly silentTo: readonly string[];
}

type Map = Readonly<Record<string, unknown>>;
export interface Size {
  readonly width: number;
  readonly height: number;
}
export type Choice = 'selectUser' | 'selectAccess' | 'selectCRM';
export type Dialling = 'imCallTo' | 'imPhoneTo' | 'imOpenMessenger' | 'imOpenHistory';

/** What the page and the portal's server do for a frame. */
export interface FrameActs {
  data(): Promise<Map>;
  /** Undefined when there are no new tokens to be had; the portal says so in a window of its own. */
  refresh(): Promise<Map | undefined>;
  finishInstall(): void;
  /** All options of the app. */
  setAppOption(name: string, value: unknown): Promise<Map>;
  setUserOption(name: string, value: unknown): Promise<void>;
  /** What it became. */
  resize(width: unknown, height: unknown): Size;
  setTitle(title: string): void;
  scrollTo(place: number): void;
  reload(): void;
  /** Opens the app once more in a slider, until that is closed. */
  openApp(params: Map): Promise<void>;
  close(): void;
  /** Opens a page of the portal in a slider, until that is closed. */
  openPath(path: string): Promise<void>;
  choose(what: Choice, params: Map): Promise<unknown>;
  dial(how: Dialling, params: Map): void;
}

/** The page's side of one frame. */
export interface FrameParent {
  /** A message that reached the page; what is not of this frame's app is met with silence. */
  hear(origin: string, data: unknown): Promise<void>;
  /** Tells the app of an event it asked for. */
  fire(event: string, data: unknown): void;
}

/** The app hears no more than this: it was denied, is unknown, or has no answer. */
const silence = Symbol('silence');

const onlyDefault = new Set(['setTitle', 'setScroll', 'reloadWindow']);
const neverInSlider = new Set(['resizeWindow']);
const fieldPlacement = 'USERFIELD_TYPE';

/**
 * Answers the commands of an app as a portal does.
 *
 * @param post sends to the app's origin
 */
export function frameParent(
  setting: FrameSetting,
  acts: FrameActs,
  post: (text: string) => void,
): FrameParent {
  const listeners = new globalThis.Map<string, string>();
  const isDefault = setting.placement === 'DEFAULT';

  const commands: Readonly<Record<string, (params: Map, callbackId: string) => unknown>> = {
    getInitData: () => acts.data(),
    setInstall: (params) => params,
    setInstallFinish: () => {
      acts.finishInstall();
      return silence;
    },
    refreshAuth: async () => (await acts.refresh()) ?? silence,
    setAppOption: ({ name, value }) =>
      setting.isAdmin ? acts.setAppOption(String(name), value) : silence,
    setUserOption: async (params) => {
      await acts.setUserOption(String(params['name']), params['value']);
      return params;
    },
    resizeWindow: ({ width, height }) => acts.resize(width, height),
    setTitle: (params) => {
      acts.setTitle(String(params['title']));
      return params;
    },
    setScroll: (params) => {
      acts.scrollTo(Number(params['scroll']) || 0);
      return params;
    },
    reloadWindow: () => {
      acts.reload();
      return silence;
    },
    openApplication: (params) => acts.openApp(params),
    closeApplication: () => {
      acts.close();
      return silence;
    },
    openPath: async ({ path }) => {
      const open = openablePath(String(path));
      if (open === undefined) return { result: 'error', errorCode: 'PATH_NOT_AVAILABLE' };
      await acts.openPath(open);
      return { result: 'close' };
    },
    getInterface: () => ({ command: supported(), event: setting.events }),
    placementBindEvent: ({ event }, callbackId) => {
      if (isDefault || !setting.events.includes(String(event))) return silence;
      listeners.set(String(event), callbackId);
      return undefined;
    },
  };
  const choices: readonly string[] = ['selectUser', 'selectAccess', 'selectCRM'];
  const dialling: readonly string[] = ['imCallTo', 'imPhoneTo', 'imOpenMessenger', 'imOpenHistory'];

  const isDenied = (command: string) =>
    (!isDefault && onlyDefault.has(command)) ||
    (setting.slider && neverInSlider.has(command)) ||
    (isDefault && command === 'placementBindEvent');

  const supported = () =>
    [...Object.keys(commands), ...choices, ...dialling].filter((command) => !isDenied(command));

  function answer(command: string, params: unknown, callbackId: string): unknown {
    // only a field of the portal takes a value, and says nothing to it
    if (command === 'setValue') return setting.placement === fieldPlacement ? undefined : silence;
    if (isDenied(command) || setting.silentTo.includes(command)) return silence;
    const said = mapOf(params);
    if (choices.includes(command)) return acts.choose(command as Choice, said);
    if (dialling.includes(command)) {
      acts.dial(command as Dialling, said);
      return silence;
    }
    return Object.hasOwn(commands, command) ? commands[command]?.(said, callbackId) : silence;
  }

  return {
    async hear(origin, data) {
      const message = readAppMessage(data);
      if (origin !== setting.appOrigin || message?.sid !== setting.sid) return;
      const value = await answer(message.command, message.params, message.callbackId);
      if (value !== silence) post(writeReply(message.callbackId, value));
    },
    fire(event, data) {
      const callbackId = listeners.get(event);
      if (callbackId !== undefined) post(writeReply(callbackId, data));
    },
  };
}

const mapOf = (value: unknown): Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Map) : {};
