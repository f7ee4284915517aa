import { createHash } from 'node:crypto';

/** Query parameters that follow a reader about and never choose what is shown. */
const TRACKERS = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik ' +
    'mc_cid mc_eid mkt_tok vero_id oly_enc_id oly_anon_id _hsenc _hsmi __hssc __hstc __hsfp hsctatracking ' +
    '_openstat cmpid ns_campaign ns_mchannel ns_source srsltid wickedid s_cid guccounter'
  ).split(' '),
);
/** `utm_` is Google's and everybody's, `mtm_` and `pk_` Matomo's, `at_` the BBC's. */
const TRACKER_PREFIXES = ['utm_', 'mtm_', 'pk_', 'at_'];

interface Identified {
  readonly url?: string | undefined;
  readonly guid?: string | undefined;
  readonly title: string;
  readonly text: string;
}

/**
 * 16 hexadecimal digits, the same for the same article wherever it comes from: by its address, else by the guid its
 * feed gives it, else by its words. Never by its date, which outlets change.
 */
export function articleId({ url, guid, title, text }: Identified): string {
  const canonical = url === undefined ? undefined : canonicalUrl(url);
  const identity = canonical ? ['url', canonical] : guid ? ['guid', guid] : ['words', title, text];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}

/**
 * An address as addresses are compared: host in lower case, default port, user, fragment and trackers gone, the other
 * parameters as they are and in their order. `/news/` and `/news` are one page, so a slash at the end of the path goes,
 * except the one that is the whole path. Undefined for what is no http or https address.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = webAddress(address);
  if (!url) return undefined;
  const path = url.pathname.replace(/(?<!\/)\/+$/, '') || '/';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracker(parameter));
  return `${url.protocol}//${url.host}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** An http or https address, parsed; undefined for anything else. */
export function webAddress(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

function isTracker(parameter: string): boolean {
  const name = (parameter.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKERS.has(name) || TRACKER_PREFIXES.some((prefix) => name.startsWith(prefix));
}
