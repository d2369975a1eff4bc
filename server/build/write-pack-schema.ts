import { writeFileSync } from 'node:fs';
import { packSchema } from '#server/policy/pack-schema.ts';

/** Writes the JSON Schema that editors check pack files by; run by tsx, formatted like everything else. */
const file = new URL('../policy/packs/pack.schema.json', import.meta.url);
writeFileSync(file, packSchema());
