import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import { readAddress } from '#server/db/address.ts';

/** A way to a database that can end in the middle of anything, as the process does that uses it. */
export interface Line {
  /** The same database, by this way. */
  readonly url: string;
  /** Settles when it has been cut. */
  readonly cut: Promise<void>;
  readonly isCut: () => boolean;
  /**
   * Cuts it at the so-manyth piece that is sent from now on. A piece that arrives is done, and only its
   * answer is lost: a commit among them.
   */
  cutAt(piece: number, arrives: boolean): void;
  cutNow(): void;
  close(): void;
}

/** Opens a line on a free port of this machine. */
export async function openLine(databaseUrl: string): Promise<Line> {
  const { url, address } = readAddress(databaseUrl);
  const target = new URL(url);
  const reach = () =>
    address.path
      ? dial(address.path)
      : dial(Number(target.port || 5432), target.hostname || '127.0.0.1');
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let lastArrives = false;
  let told: () => void = () => undefined;
  let over = false;
  const cut = new Promise<void>((resolve) => (told = resolve));
  const cutNow = () => {
    over = true;
    for (const socket of sockets) socket.destroy();
    told();
  };
  const server = createServer((near) => {
    if (over) return void near.destroy();
    const far = reach();
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('data', (piece) => {
      left -= 1;
      if (left > 0) return void far.write(piece);
      if (!lastArrives) return cutNow();
      sockets.delete(far);
      // the server does what it was told, and finds nobody to answer
      far.removeAllListeners('data');
      far.end(piece);
      far.resume();
      cutNow();
    });
    far.on('data', (piece) => void near.write(piece));
    near.on('close', () => {
      if (sockets.has(far)) far.destroy();
    });
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target.hostname = '127.0.0.1';
  target.port = String((server.address() as AddressInfo).port);
  return {
    url: target.href,
    cut,
    isCut: () => over,
    cutAt: (piece, arrives) => {
      left = piece;
      lastArrives = arrives;
    },
    cutNow,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
