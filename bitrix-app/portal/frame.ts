import { initializeB24Frame, type B24Frame } from '@bitrix24/b24jssdk';

/** The portal around the page, as far as the page needs it. */
export interface PortalFrame {
  /** A fresh access token of the person; undefined where the portal gives none. */
  freshToken(): Promise<string | undefined>;
  setTitle(title: string): void;
  /** Whether the portal makes the frame as tall as its page: one in a slider scrolls by itself. */
  readonly grows: boolean;
  /** Makes the frame so tall, in pixels. */
  fit(height: number): void;
  /** Scrolls to where the frame begins, as far as the portal lets it. */
  toTop(): void;
  /** Calls the portal as the person. @throws with the portal's own sentence */
  call<Value>(method: string, params?: object): Promise<Value>;
  /** Tells the portal that the installation is over; it opens the app by itself and never answers. */
  finishInstall(): void;
}

/**
 * Connects to the portal. The portal answers within a second or never, and the SDK waits for ever: after the
 * deadline the page goes on alone, and the frame is there whenever it comes.
 *
 * @param deadlineMs milliseconds
 */
export function connectFrame(deadlineMs: number): Promise<PortalFrame | undefined> {
  const connected = initializeB24Frame().then(frameOf, () => undefined);
  return Promise.race([connected, pause(deadlineMs)]);
}

const refreshMs = 12_000;
const pause = (ms: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });

const ignore = () => undefined;

const frameOf = (b24: B24Frame): PortalFrame => ({
  async freshToken() {
    const asked = b24.auth.refreshAuth().then(({ access_token }) => access_token, ignore);
    return Promise.race([asked, pause(refreshMs)]);
  },
  setTitle(title) {
    // only the page of the menu has a title of its own
    if (b24.placement.isDefault) b24.parent.setTitle(title).catch(ignore);
  },
  grows: !b24.placement.isSliderMode,
  fit(height) {
    // as the SDK's own fitting, which measures a frame that has grown as tall as before and never lets it shrink
    const size = { width: '100%', height, isSafely: true };
    if (!b24.placement.isSliderMode) b24.placement.call('resizeWindow', size).catch(ignore);
  },
  toTop() {
    if (b24.placement.isDefault) b24.parent.scrollParentWindow(0).catch(ignore);
  },
  async call<Value>(method: string, params: object = {}) {
    const answer = await b24.actions.v2.call.make<Value>({ method, params });
    const data = answer.getData();
    if (!answer.isSuccess || !data) throw new Error(answer.getErrorMessages().join('; '));
    return data.result;
  },
  finishInstall() {
    void b24.installFinish().catch(ignore);
  },
});
