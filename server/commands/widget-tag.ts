import type { Environment } from '#server/cli.ts';
import { refuse } from '#server/commands/print.ts';
import { publicUrlOf, readConfig } from '#server/config.ts';
import { widgetPin } from '#server/widget-versions.ts';

/** `reglament widget-tag modme`: prints the script tag that has exactly this build of the widget, and nothing else. */
export async function widgetTagCommand(env: Environment, vendor: string): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const { src, integrity } = await widgetPin();
  const address = `${publicUrlOf(config.value)}/${src}`;
  console.log(
    `<script async src="${address}" integrity="${integrity}" crossorigin data-key="${vendor}"></script>`,
  );
  return 0;
}
