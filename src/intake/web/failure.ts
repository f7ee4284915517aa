import { errors } from 'undici';
import { DAY } from '../../base/clock.ts';
import { Refusal } from './refusal.ts';

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'it is for members only',
  402: 'it is for subscribers only',
  403: 'its server refuses Lede',
  404: 'it is not there',
  410: 'it is gone for good',
  429: 'its server asks Lede to wait',
  451: 'it may not be shown for legal reasons',
};

/** A server may ask for peace, not for ever. Milliseconds. */
const LONGEST_WAIT = 7 * DAY;

/** What an answer other than the page itself means. */
export function statusRefusal(status: number, retryAfter: string | undefined): Refusal {
  const meaning = MEANINGS[status] ?? (status >= 500 ? 'its server is out of order' : 'its server does not give it');
  const wait =
    retryAfter &&
    (/^\d+$/.test(retryAfter)
      ? Date.now() + Math.min(Number(retryAfter) * 1000, LONGEST_WAIT)
      : Date.parse(retryAfter));
  return new Refusal('status', `${meaning} (status ${status})`, {
    status,
    ...(wait && !Number.isNaN(wait) && { retryAfter: new Date(wait) }),
  });
}

/** What broke, in words of ours. Whatever the network throws is a refusal; only our own mistakes stay errors. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof errors.HeadersOverflowError || code === 'HPE_HEADER_OVERFLOW') {
    return new Refusal('size', 'its server sends more headers than a page can need');
  }
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || /^(?:ERR_|ZSTD_)?(?:BROTLI|ZSTD)/i.test(code)) {
    return new Refusal('packing', 'it is not packed as its server says');
  }
  if (error instanceof errors.ConnectTimeoutError) return new Refusal('time', 'its server cannot be reached in time');
  if (error instanceof errors.HTTPParserError) return new Refusal('content', 'its server does not speak HTTP');
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_|DEPTH_|SELF_SIGNED|EPROTO)/.test(code)) {
    return new Refusal('connection', `its certificate is not valid (${code})`);
  }
  if (code.startsWith('E') || code.startsWith('UND_ERR')) {
    return new Refusal('connection', `the connection broke (${code})`);
  }
  return error;
}
