import { isUnavailable } from '#server/db/unavailable.ts';

/**
 * Lets the process outlive a connection that is lost while the driver asks it for its types: the driver
 * catches nothing there, and Node ends a process whose rejection nobody caught. Whoever waited for the
 * connection is told by their own statement. Any other rejection ends the process as ever.
 *
 * @returns how to take it back
 */
export function outliveLostTypes(warn: (error: unknown) => void): () => void {
  const onRejection = (error: unknown) => {
    if (!isUnavailable(error)) throw error;
    warn(error);
  };
  process.on('unhandledRejection', onRejection);
  return () => void process.off('unhandledRejection', onRejection);
}
