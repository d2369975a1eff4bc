import { startTrying } from './try-page.ts';

await startTrying();
