import type { ReactiveControllerHost } from 'lit';
import type { Result } from '#shared/result.ts';
import type { ArticleBlock } from '#shared/wire/article-tree.ts';
import type { ArticlePreview } from '#shared/wire/articles.ts';
import { pauseController } from '#desk/controllers/pause.ts';

const pauseMs = 300;

/** How readers will see a body while it is written; an answer that was overtaken is dropped. */
export function previewController(
  host: ReactiveControllerHost,
  load: (body: string) => Promise<Result<ArticlePreview>>,
) {
  let state: { readonly blocks: readonly ArticleBlock[]; readonly failed: boolean } = {
    blocks: [],
    failed: false,
  };
  let asked: string | undefined;
  const pause = pauseController(host, pauseMs);
  const put = (next: typeof state) => {
    state = next;
    host.requestUpdate();
  };
  const ask = async (body: string) => {
    const seen = await load(body);
    if (asked !== body) return;
    put(seen.ok ? { blocks: seen.value.blocks, failed: false } : { ...state, failed: true });
  };

  return {
    get state() {
      return state;
    },
    show(body: string): void {
      if (body === asked && !state.failed) return;
      const first = asked === undefined;
      asked = body;
      if (body.trim() === '') {
        pause.stop();
        put({ blocks: [], failed: false });
      } else if (first) void ask(body);
      else pause.wait(() => void ask(body));
    },
  };
}
