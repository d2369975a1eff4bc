/** What a sender says of a file before it comes. */
export interface SaidOfFile {
  /** Percent-encoded. */
  readonly encodedName: string;
  /** Empty where none that could be one was named. */
  readonly declaredType: string;
}

/**
 * Reads `Upload-Metadata`: pairs of a key and a value in base64, parted by commas. A pair that cannot be read is
 * as good as none: what the file is is decided by its bytes.
 */
export function readMetadata(header: string | undefined): SaidOfFile {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  const said = (key: string) => {
    const value = pairs.find(([name]) => name === key)?.[1] ?? '';
    return Buffer.from(value, 'base64').toString('utf8');
  };
  const type = said('filetype');
  return {
    encodedName: encodeURIComponent(said('filename')),
    declaredType: /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? type : '',
  };
}
