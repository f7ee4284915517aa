const HTTP_CHARSET = /charset\s*=\s*["']?\s*([\w:.-]+)/i;
const XML_CHARSET = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)["']/i;
const META_CHARSET = /<meta[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i;
/** Declarations stand at the top; HTML asks for the first 1,024 bytes, and pages are late. */
const HEAD_BYTES = 4096;

/** What these bytes at the start are, by XML's appendix F: byte order marks, and `<` in wide encodings. */
const MARKS: readonly (readonly [hex: string, decode: (bytes: Buffer) => string])[] = [
  ['0000feff', (bytes) => utf32(bytes, 'BE')],
  ['fffe0000', (bytes) => utf32(bytes, 'LE')],
  ['0000003c', (bytes) => utf32(bytes, 'BE')],
  ['3c000000', (bytes) => utf32(bytes, 'LE')],
  ['efbbbf', (bytes) => decoded('utf-8', bytes)],
  ['feff', (bytes) => decoded('utf-16be', bytes)],
  ['fffe', (bytes) => decoded('utf-16le', bytes)],
  ['003c', (bytes) => decoded('utf-16be', bytes)],
  ['3c00', (bytes) => decoded('utf-16le', bytes)],
];

/** Wide encodings show themselves at the start; a label that names one elsewhere lies. */
const WIDE = /^(?:utf|ucs|u)[-_]?(?:16|32|2|4)/i;

/** U+0080 to U+009F as windows-1252 has them: what programs meant that called it Latin-1. Five are unused. */
const C1 = /[\u0080-\u009F]/g;
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What XML allows no document to hold, and what no text needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * The bytes of a feed or page as text: a byte order mark decides, then strict UTF-8, because labels lie more often than
 * Latin-1 happens to be valid UTF-8; then the HTTP label, the document's own, and windows-1252. Without control
 * characters; quotation marks that windows-1252 left in Unicode's control range are what they were meant to be.
 */
export function decodeWeb(bytes: Buffer, contentType = ''): string {
  return withoutControls(rawText(bytes, contentType));
}

function rawText(bytes: Buffer, contentType: string): string {
  const start = bytes.subarray(0, 4).toString('hex');
  const mark = MARKS.find(([hex]) => start.startsWith(hex));
  if (mark) return mark[1](bytes);
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1');
  const labels = [HTTP_CHARSET, XML_CHARSET, META_CHARSET].map((label, index) =>
    label.exec(index === 0 ? contentType : head)?.[1]?.toLowerCase(),
  );
  // ISO-2022 and UTF-7 are ASCII throughout: only their label tells.
  const sevenBit = labels.find((label) => label?.startsWith('iso-2022'));
  for (const label of [sevenBit, 'utf-8', ...labels]) {
    const text = label && !WIDE.test(label) ? attempt(label, bytes) : undefined;
    if (text !== undefined) return text;
  }
  return decoded('windows-1252', bytes);
}

/** Undefined where the bytes are not what the label says, or the label is unknown. */
function attempt(label: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoded(label: string, bytes: Buffer): string {
  return new TextDecoder(label).decode(bytes);
}

/** No browser and no TextDecoder reads UTF-32 any more; some feeds still are. */
function utf32(bytes: Buffer, order: 'LE' | 'BE'): string {
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = bytes[`readUInt32${order}`](at);
    if (code !== 0xfeff || at > 0) characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
  }
  return characters.join('');
}

function withoutControls(text: string): string {
  return text.replace(CONTROLS, '').replace(C1, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '');
}
