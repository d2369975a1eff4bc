import { pictureIcons } from '#widget/elements/picture-icons.ts';
import { RgIcon } from '#widget/elements/rg-icon.ts';
import { RgPicture } from '#widget/elements/rg-picture.ts';
import { RgTile } from '#widget/elements/rg-tile.ts';
import { registerTags } from '#widget/register-tags.ts';
import { defineWays } from '#widget/ways.ts';

/** Tiles of files: a chunk of its own, fetched with the first file. The further ways to a picture come along. */
export function defineTiles(): void {
  Object.assign(RgIcon.paths, pictureIcons);
  registerTags({ 'rg-picture': RgPicture, 'rg-tile': RgTile });
  defineWays();
}
