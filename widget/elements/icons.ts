import { formIcons } from '#widget/elements/form-icons.ts';
import { moreIcons } from '#widget/elements/more-icons.ts';
import { pictureIcons } from '#widget/elements/picture-icons.ts';

/** Own icons, all of them, for pages that need not count bytes. */
export const icons = { ...formIcons, ...moreIcons, ...pictureIcons } as const;

export type IconName = keyof typeof icons;
