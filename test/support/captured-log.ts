import { Writable } from 'node:stream';
import pino from 'pino';

/** A log that is kept, down to what it says for developers. */
export function capturedLog() {
  let text = '';
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { log: pino({ level: 'debug' }, lines), said: () => text };
}
