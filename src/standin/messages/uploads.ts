import type { APIAttachment } from 'discord-api-types/v10';
import type { Snowflakes } from '../snowflake.ts';

/** A file as it came in, in a form or from a person's disk. */
export interface File {
  /** The n of `files[n]`, by which a note about it refers to it. */
  readonly slot: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** How many files are remembered: the oldest goes when one more comes. */
const KEPT = 200;

/** The files people and bots have sent, each under the address where it can be fetched. */
export class Uploads {
  readonly #files = new Map<string, File>();
  readonly #ids: Snowflakes;
  readonly #address: () => string;

  /** `address` is the stand-in's own, such as `http://127.0.0.1:4321`. */
  constructor(ids: Snowflakes, address: () => string) {
    this.#ids = ids;
    this.#address = address;
  }

  keep(channel: string, file: File, description?: string): APIAttachment {
    const id = this.#ids.next();
    const path = `/attachments/${channel}/${id}/${encodeURIComponent(file.name)}`;
    this.#files.set(path, file);
    const oldest = this.#files.keys().next().value;
    if (this.#files.size > KEPT && oldest !== undefined) this.#files.delete(oldest);
    const url = this.#address() + path;
    return {
      id,
      filename: file.name,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.type,
      ...(description !== undefined && { description }),
    };
  }

  at(path: string): File | undefined {
    return this.#files.get(path);
  }
}
