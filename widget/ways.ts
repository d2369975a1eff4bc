import { RgRecording } from '#widget/elements/rg-recording.ts';
import { RgWays } from '#widget/elements/rg-ways.ts';
import { registerTags } from '#widget/register-tags.ts';

/** The further ways to a picture: they come with the first written word or the first file. */
export const defineWays = (): void =>
  registerTags({ 'rg-ways': RgWays, 'rg-recording': RgRecording });
