import type { Offer } from './answers.ts';

/** As much as the server takes in one request, with room for base64 and what stands around it. */
const LARGEST_FILE = 1024 * 1024;

/** Lets the person choose a file from their disk. Undefined where they choose none; rejects where it is too large. */
export async function chooseFile(): Promise<Offer | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  const chosen = new Promise((resolve) => {
    for (const end of ['change', 'cancel']) input.addEventListener(end, resolve, { once: true });
  });
  input.click();
  await chosen;
  const file = input.files?.[0];
  if (!file) return undefined;
  if (file.size > LARGEST_FILE) throw new Error('The playground takes files of up to 1 MB.');
  return { name: file.name, value: { name: file.name, base64: base64(await file.arrayBuffer()) } };
}

function base64(bytes: ArrayBuffer): string {
  // One call for all of them would have too many arguments.
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}
