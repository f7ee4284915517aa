import type { Reader } from './reader.ts';

/** Reads on the spot, and loads the reader with the first article: where nothing is new, an answer need not wait for it. */
export function readOnDemand(): Reader {
  let reader: Promise<Reader> | undefined;
  const load = () => {
    reader ??= import('./reader.ts').then(({ readHere }) => readHere());
    return reader;
  };
  return { read: async (article) => (await load()).read(article), close: async () => {} };
}
