const ZERO_WIDTH_SPACE = '\u200b';

/** What turns text round or hides in it: controls, bidi and zero-width characters, blank letters. */
const UNSEEN =
  /(?!\n)\p{Cc}|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/gu;
/** As many marks on one letter as intake leaves, Unicode's own bound (UAX 15). */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Text without what deceives its reader. Articles are cleaned when they come in, and pass unchanged; what is typed, a
 * feed's title and a server's own words are not.
 */
export const seen = (text: string): string => text.replace(UNSEEN, '').replace(TOO_MANY_MARKS, '$1');

/** Marks that open formatting anywhere in a line. */
const FORMATTING = /[\\*_~`|[\]]/g;
/** `<@1>`, `<#1>`, `</who:1>`, `<:wave:1>`, `<t:0>`, `<id:guide>`, `<https://...>`, `<mailto:...>`, `<+4930...>`: any. */
const ANGLED = /<(?=\S)/g;
/** `:wave:` becomes a picture. */
const EMOJI_NAME = /:(?=\w+:)/g;
/**
 * What only means something at the start of a line: headings, lists, quotes, subtext. Also where nothing follows it, for
 * the mark of a cut may: "- …".
 */
const LINE_START = /^(\s*)(#{1,3}(?=\s|$)|-#?(?=\s|$)|>|\+(?=\s|$))/gm;
const NUMBERED = /^(\s*\d+)([.)](?=\s|$))/gm;

/**
 * Text from outside as Discord shows it word for word: no formatting, no masked links, no mentions, no invites.
 * Only marks that would mean something are escaped, so that plain prose passes unchanged.
 */
export function escapeMarkdown(text: string): string {
  return (
    seen(text)
      .replace(FORMATTING, '\\$&')
      .replace(ANGLED, '\\<')
      .replace(EMOJI_NAME, '\\:')
      .replace(LINE_START, '$1\\$2')
      .replace(NUMBERED, '$1\\$2')
      // A bare address would become a link that looks like ours.
      .replace(/:\/\//g, ':\\//')
      .replace(/\b(discord(?:app)?)\.(gg|com|me|io|li)\//gi, '$1\\.$2/')
      // Nobody is notified (allowedMentions), but it would still be drawn as a mention.
      .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
  );
}

/** Hosts and paths by which Discord's client joins a server or adds an app at one press. */
const INVITE =
  /^(?:www\.)?(?:discord\.(?:gg|me|io|li|new)$|(?:[a-z]+\.)?discord(?:app)?\.com\/+(?:invite|template|oauth2|api\/oauth2)\b)/i;

/**
 * The target of a masked link, or undefined for what is no web address, and for an invite. Brackets and blanks would end
 * the link early.
 */
export function linkTarget(url: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, pathname, href } = new URL(url);
  if (INVITE.test(hostname) || INVITE.test(hostname + pathname)) return undefined;
  return href.replace(/[()<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
