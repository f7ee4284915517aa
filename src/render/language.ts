import { isReadLanguage, type Reading } from '../model/reading.ts';

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** "in German, not read further": said of an article of which only the beginning is shown. */
export function notReadFurther({ language }: Reading): string | undefined {
  if (language === undefined || isReadLanguage(language)) return undefined;
  return `${language === 'und' ? 'not in English' : `in ${NAMES.of(language)}`}, not read further`;
}
