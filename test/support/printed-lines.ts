import { beforeEach, vi } from 'vitest';

/**
 * What commands print during a test, line by line, on either stream of the console; empty before each
 * test. Asked for where the tests of a file or group begin.
 */
export function printedLines(): string[] {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    for (const stream of ['log', 'error'] as const)
      vi.spyOn(console, stream).mockImplementation(
        (line: unknown) => void lines.push(String(line)),
      );
    return () => vi.restoreAllMocks();
  });
  return lines;
}
