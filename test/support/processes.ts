import { readFileSync } from 'node:fs';

/** Command line of a process; empty when there is none, or nothing of it but its number. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
