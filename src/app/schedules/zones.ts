import { forgiven, slips } from '../../store/entities/typo.ts';

/** Every IANA zone this machine knows, UTC first. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const byFolded = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** A zone as it is spelled officially, however it was typed; undefined where there is none of that name. */
export function zoneNamed(typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  const listed = byFolded.get(wanted);
  if (listed) return listed;
  const cities = ZONES.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  if (cities.length === 1) return cities[0];
  // An older name ("Asia/Calcutta") is not listed and yet valid.
  if (!/^[a-z]+(\/[\w+-]+){0,2}$/.test(wanted)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed.trim() });
    return typed.trim();
  } catch {
    return undefined;
  }
}

/** The zone that was meant but for a slip of the finger: "Europe/Berlim", "Lodnon". */
export function zoneNear(typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  let [near, fewest]: [string | undefined, number] = [undefined, forgiven(wanted) + 1];
  for (const zone of ZONES) {
    const form = zone.toLowerCase();
    const made = Math.min(slips(wanted, form, fewest - 1), slips(wanted, form.split('/').at(-1)!, fewest - 1));
    if (made < fewest) [near, fewest] = [zone, made];
  }
  return near;
}

/** Zones a word of whose name starts with what is typed; with nothing typed, the most likely one first. */
export function zonesLike(typed: string, likely: string): readonly string[] {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  if (wanted === '') return [likely, ...ZONES.filter((zone) => zone !== likely)];
  const starts = (zone: string) =>
    zone.toLowerCase().startsWith(wanted) ||
    zone
      .toLowerCase()
      .split(/[/_-]/)
      .some((word) => word.startsWith(wanted));
  const holding = (zone: string) => !starts(zone) && zone.toLowerCase().includes(wanted);
  return [...ZONES.filter(starts), ...ZONES.filter(holding)];
}

/** The zone most of a locale's speakers live in, for the locales Discord has; a guess to start from. */
export function zoneOfLocale(locale: string): string | undefined {
  return Object.hasOwn(LOCALE_ZONES, locale) ? LOCALE_ZONES[locale] : undefined;
}

const LOCALE_ZONES: Readonly<Record<string, string>> = {
  bg: 'Europe/Sofia',
  cs: 'Europe/Prague',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin',
  el: 'Europe/Athens',
  'en-GB': 'Europe/London',
  'es-ES': 'Europe/Madrid',
  'es-419': 'America/Mexico_City',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  hi: 'Asia/Kolkata',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  id: 'Asia/Jakarta',
  it: 'Europe/Rome',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  lt: 'Europe/Vilnius',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  'pt-BR': 'America/Sao_Paulo',
  ro: 'Europe/Bucharest',
  ru: 'Europe/Moscow',
  'sv-SE': 'Europe/Stockholm',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
  vi: 'Asia/Ho_Chi_Minh',
  'zh-CN': 'Asia/Shanghai',
  'zh-TW': 'Asia/Taipei',
};
