/** Fields of one server-sent event; a comment has none. */
export type ServerEvent = Readonly<Partial<Record<'id' | 'event' | 'data', string>>>;

/** Makes events of what comes in pieces, as this desk writes them: one line a field, `\n` between. */
export function eventReader(heard: (event: ServerEvent) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
      heard(Object.fromEntries(fields));
    }
  };
}
