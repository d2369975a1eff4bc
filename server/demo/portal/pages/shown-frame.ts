import { openFrame, type FrameRefusal, type FrameWish } from '#server/demo/portal/frames.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** Events that a placement tells of. What the CRM calls its own is not known. */
const placementEvents: Readonly<Record<string, readonly string[]>> = {
  CRM_DEAL_DETAIL_TAB: ['onCrmEntityUpdate'],
};

/** A rendering as the script of the page takes it. */
export type FrameForPage = PhpMap & { readonly sid: string; readonly title: string };

/** Opens the app for a page; a refusal says why the page shows words instead. */
export function frameForPage(
  world: World,
  portal: VirtualPortal,
  wish: FrameWish,
): FrameForPage | FrameRefusal {
  const opened = openFrame(world, portal, wish);
  if (typeof opened === 'string') return opened;
  const { frame, post } = opened;
  const { body: _body, ...shown } = post;
  return {
    ...shown,
    title: frame.install.app.title[portal.language],
    placement: frame.placement,
    slider: frame.slider,
    isAdmin: portal.people.get(frame.userId)?.admin === true,
    events: placementEvents[frame.placement] ?? [],
    silentTo: portal.ailments.silentTo,
  };
}
