/** A random UUID, version 4; `crypto.randomUUID` is missing on pages served without TLS. */
export const newUuid = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (place === 'x' ? byte & 15 : (byte & 3) | 8).toString(16);
  });
