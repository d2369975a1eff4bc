/** A line of input, or that it was longer than it may be. */
export type Line = { readonly text: string } | 'too_long';

/**
 * Cuts text into lines, a list for each chunk that came, so that answers can be written as often. A
 * line that is too long is passed over as it comes and kept nowhere. A byte order mark, with which
 * some shells begin what they pipe, is no part of the first line.
 *
 * @param limit characters that a line may have
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  limit: number,
): AsyncGenerator<readonly Line[]> {
  let rest = '';
  let [over, begun] = [false, false];
  const close = (end: string): Line => {
    const text = rest + end;
    const line: Line = over || text.length > limit ? 'too_long' : { text };
    [rest, over] = ['', false];
    return line;
  };
  for await (const chunk of chunks) {
    const parts = (begun ? chunk : chunk.replace(/^\uFEFF/, '')).split('\n');
    begun ||= chunk !== '';
    const last = parts.pop() ?? '';
    yield parts.map(close);
    over ||= rest.length + last.length > limit;
    rest = over ? '' : rest + last;
  }
  if (rest !== '' || over) yield [close('')];
}
