import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The page's script with the real SDK in it, as one text. */
export async function sdkPageScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(new URL('main.ts', import.meta.url)) },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
