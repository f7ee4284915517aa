import { z } from 'zod';

// feedsmith gives what a feed holds in its own format's words. This is what Lede takes of them, whichever format it is;
// a part that is not what it should be counts as missing, so that one odd element costs nobody the feed.
const word = z.string().optional().catch(undefined);
const words = z.array(z.string()).optional().catch(undefined);
const typedText = z
  .union([z.string().transform((value) => ({ value, type: undefined })), z.object({ value: z.string(), type: word })])
  .optional()
  .catch(undefined);
const person = z.union([z.string().transform((name) => ({ name })), z.object({ name: word })]);
const people = z.array(person).optional().catch(undefined);
const links = z
  .array(z.object({ href: word, rel: word, type: word }))
  .optional()
  .catch(undefined);
const part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined);
const firstValue = z.object({ value: word }).optional().catch(undefined);
const media = { title: firstValue, description: firstValue };
const xml = part({ base: word });

const entry = z.object({
  id: word,
  guid: part({ value: word, isPermaLink: z.boolean().optional().catch(undefined) }),
  rdf: part({ about: word }),
  title: typedText,
  link: word,
  url: word,
  links,
  pubDate: word,
  published: word,
  updated: word,
  date_published: word,
  date_modified: word,
  authors: people,
  description: word,
  summary: typedText,
  content: z
    .union([
      z.object({ encoded: z.string() }).transform(({ encoded }) => ({ value: encoded, type: 'html' })),
      z.object({ value: z.string(), type: word }),
    ])
    .optional()
    .catch(undefined),
  content_html: word,
  content_text: word,
  dc: part({ titles: words, descriptions: words, dates: words, creators: words, identifiers: words }),
  dcterms: part({
    issued: words,
    created: words,
    modified: words,
    dates: words,
    descriptions: words,
    abstracts: words,
  }),
  itunes: part({ summary: word, subtitle: word, author: word }),
  media: part({
    ...media,
    groups: z.array(z.object(media)).optional().catch(undefined),
    contents: z.array(z.object(media)).optional().catch(undefined),
  }),
  atom: part({ published: word, updated: word, links }),
  xml,
});

export const parsedFeed = z.object({
  title: typedText,
  link: word,
  links,
  home_page_url: word,
  language: word,
  ttl: z.number().optional().catch(undefined),
  sy: part({ updatePeriod: word, updateFrequency: z.number().optional().catch(undefined) }),
  dc: part({ titles: words, languages: words }),
  xml,
  items: z.array(entry).optional().catch(undefined),
  entries: z.array(entry).optional().catch(undefined),
});

export type ParsedEntry = z.infer<typeof entry>;
export type ParsedFeed = z.infer<typeof parsedFeed>;
export type TypedText = z.infer<typeof typedText>;
