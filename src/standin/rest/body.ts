import type { IncomingMessage } from 'node:http';
import { refuse } from '../failure.ts';
import type { File } from '../messages/uploads.ts';

/** Discord takes 10 MiB a file from a bot without boosts; the form around it is allowed a little more. */
export const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_BODY = 26 * 1024 * 1024;

export interface Body {
  readonly json: unknown;
  readonly files: readonly File[];
}

/** Reads a body: JSON, or a form with `payload_json` and `files[0]`, `files[1]`... */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: {}, files: [] };
  if (!type.startsWith('multipart/form-data')) return { json: parsed(bytes.toString()), files: [] };
  const form = await readForm(bytes, type);
  const payload = form.get('payload_json');
  const files: File[] = [];
  for (const [field, value] of form) {
    const slot = /^files\[(?<slot>\d+)\]$/.exec(field)?.groups?.['slot'];
    if (slot === undefined || typeof value === 'string') continue;
    if (value.size > LARGEST_FILE) throw refuse.tooLarge();
    files.push({ slot, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { json: typeof payload === 'string' ? parsed(payload) : {}, files };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw refuse.tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw refuse.invalidForm({ _errors: [{ code: 'CONTENT_TYPE_INVALID', message: 'The form cannot be read.' }] });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.invalidJson();
  }
}
