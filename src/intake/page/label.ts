/** How sites call what stands beside it. A class is looked at word by word: `related-links`, `newsletter_box`. */
export const BESIDE_NAME =
  /(?:^|[\s_-])(?:related|recirc\w*|newsletter\w*|subscri\w*|sign-?up|share|sharing|social\w*|promo\w*|trending|popular|most-?read|read-?(?:more|next)|more-?(?:from|on|stories|links)|also-?on|comments?|advert\w*|sponsor\w*|(?:author|writer)-?(?:bio|info|box|card)|bio|byline|dateline|timestamp|breadcrumbs?|toolbar|gallery|slideshow|skip\w*|nav\w*|footer|disclaimer|caption\w*|credits?|copyright|photo-?credit|standfirst|dek|deck|strapline|sub-?head(?:line)?|sub-?title|(?:article|story)-?summary|tags?|teasers?|recommend\w*|outbrain|taboola|zergnet|widget|tools|metadata|post-?meta|entry-?meta|article-?meta|print-?only|sr-only|visually-?hidden)(?:$|[\s_-])/;
/** What is beside an article is smaller than it. */
export const BESIDE_SHARE = 0.3;

/**
 * Readability joins an element with its only child, and the outer one's name is lost. So whatever is beside the article
 * by its name passes that name on to the blocks inside it.
 */
export function labelDeeply(document: Document): void {
  const prose = [...document.querySelectorAll('p')].reduce(
    (sum, { textContent }) => sum + (textContent?.length ?? 0),
    0,
  );
  for (const element of document.querySelectorAll('div[class], section[class], aside[class], div[id], section[id]')) {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`.toLowerCase();
    if (!BESIDE_NAME.test(name) || (element.textContent?.length ?? 0) > prose * BESIDE_SHARE) continue;
    for (const inner of element.querySelectorAll('p, li, h2, h3, h4, div, section')) {
      inner.setAttribute('class', `${inner.getAttribute('class') ?? ''} ${name}`);
    }
  }
}
