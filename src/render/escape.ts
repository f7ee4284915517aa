const ZERO_WIDTH_SPACE = '\u200b';

/** Marks that open formatting anywhere in a line. */
const FORMATTING = /[\\*_~`|[\]]/g;
/** `<@1>`, `<#1>`, `</who:1>`, `<:wave:1>`, `<a:wave:1>`, `<t:0>`, `<id:guide>`, `<https://...>`. */
const ANGLED = /<(?=[@#:/]|a:|t:|id:|https?:)/gi;
/** What only means something at the start of a line: headings, lists, quotes, subtext. */
const LINE_START = /^(\s*)(#{1,3}\s|-#?\s|>|\+\s)/gm;
const NUMBERED = /^(\s*\d+)([.)]\s)/gm;

/**
 * Text from outside as Discord shows it word for word: no formatting, no masked links, no mentions, no invites.
 * Only marks that would mean something are escaped, so that plain prose passes unchanged.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(FORMATTING, '\\$&')
      .replace(ANGLED, '\\<')
      .replace(LINE_START, '$1\\$2')
      .replace(NUMBERED, '$1\\$2')
      // A bare address would become a link that looks like ours.
      .replace(/:\/\//g, ':\\//')
      .replace(/\b(discord(?:app)?)\.(gg|com|me|io|li)\//gi, '$1\\.$2/')
      // Nobody is notified (allowedMentions), but it would still be drawn as a mention.
      .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
  );
}

/**
 * The target of a masked link, or undefined for what is no web address. Brackets and blanks would end the link early.
 */
export function linkTarget(url: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replace(/[()<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
