import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One of the recorded payloads of Bitrix24, by its name without the ending. */
export function bitrix24Fixture<Content = unknown>(name: string): Content {
  const file = fileURLToPath(new URL(`bitrix24/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}

/** A form that a portal posts into the frame of the app. */
export interface PostFixture {
  readonly request: {
    readonly iframeName: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, string>>;
    readonly rawBody: string;
  };
}
