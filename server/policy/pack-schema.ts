import { z } from 'zod';
import { policyPack } from './pack.ts';

/**
 * The JSON Schema of pack files, as the text of `packs/pack.schema.json`. It knows shapes only:
 * names that lead nowhere are found by `readPack`.
 */
export const packSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(policyPack, { io: 'input' }), null, 2)}\n`;
