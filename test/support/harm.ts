import type { Inline } from '../../src/playground/page/inline.ts';
import { type Block, parseMarkdown } from '../../src/playground/page/markdown.ts';
import { LIMITS } from '../../src/render/limits.ts';

/** Words that do harm wherever somebody shows them as they are. What they would make bears the word “bait”. */
export const BAITS: readonly string[] = [
  '@everyone bait @here bait <@1> <@!2> <@&3> <#4> </bait:5> <t:6:R> <a:bait:7> <id:guide>',
  '[bait](https://evil.example/bait) <https://evil.example/bait> https://evil.example/bait <mailto:bait@evil.example>',
  'discord.gg/bait https://discord.gg/bait discord.com/invite/bait https://discordapp.com/invite/bait discord.me/bait',
  '**bait** __bait__ ~~bait~~ ||bait|| _bait_ *bait* `bait` ```bait``` :bait:',
  '# bait',
  '- bait',
  '1. bait',
  '> bait',
  '-# bait',
  '\u202Ebait\u2066 \u200Bba\u200Dit\u2060\u00AD\uFEFF\u2069\u202C \u0007bait\u009B',
  `ba${'\u0335\u0336\u0337\u0338'.repeat(50)}it`,
  'bait\\',
  'bait ](https://evil.example/bait) [',
  'bait** __ `` || bait',
  '\n# bait\n> bait\n- bait\n@everyone',
  `bait ${'h'.repeat(5_000)}`,
  'bait '.repeat(1_000),
];

/** Addresses that an article or a feed may give and that must not turn into links of ours. */
export const BAD_LINKS: readonly string[] = [
  'javascript:alert(1)',
  'https://discord.gg/bait',
  'https://ptb.discord.com/invite/bait',
  'https://discord.com/oauth2/authorize?client_id=1',
];

const UNSEEN = /(?!\n)\p{Cc}|[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|(?<!@)\u200B/u;
const INVITE = /discord(?:app)?\.(?:gg|me|io|li)\/|discord(?:app)?\.com\/(?:invite|oauth2)/i;
/** Times, and mentions of channels and roles, all of them ours: no bait has an id of several digits. */
const OWN = /<(?:t:\d{9,}:[DRf]|#\d{2,}|@&\d{2,})>/g;

interface Part {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly custom_id?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Part[];
}

/** What in a message would do harm, or Discord would not take; nothing where it is good. */
export function harmIn(components: readonly object[]): string[] {
  const parts = all(components as readonly Part[]);
  const texts = parts.flatMap(({ content }) => content ?? []);
  const options = parts.flatMap((part) => part.options ?? []);
  const ids = parts.flatMap(({ custom_id }) => custom_id ?? []);
  const short = [
    ...parts.map(({ label = 'x' }) => ['button', label, LIMITS.buttonLabel] as const),
    ...parts.map(({ placeholder = 'x' }) => ['placeholder', placeholder, LIMITS.placeholder] as const),
    ...options.map(({ label }) => ['option', label, LIMITS.optionLabel] as const),
    ...options.map(({ description = 'x' }) => ['description', description, LIMITS.optionLabel] as const),
    ...ids.map((id) => ['custom id', id, LIMITS.customId] as const),
  ];
  return [
    ...texts.flatMap(harmInText),
    ...short.flatMap(([what, text, limit]) => harmInLabel(what, text, limit)),
    ...(texts.join('').length > LIMITS.text ? [`${texts.join('').length} characters`] : []),
    ...(parts.length > LIMITS.components ? [`${parts.length} components`] : []),
    ...(parts.some((part) => part.options && part.options.length > LIMITS.options) ? ['too many options'] : []),
    ...(new Set(ids).size < ids.length ? ['two controls of one id'] : []),
  ];
}

const all = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...all(part.components ?? [])]);

/** A label is never markup, but it may deceive the eye, and must be there and no longer than it may. */
export function harmInLabel(what: string, text: string, limit: number): string[] {
  const faults = [
    text.trim() === '' && 'empty',
    text.length > limit && `${text.length} long`,
    (UNSEEN.test(text) || /\p{M}{31}/u.test(text)) && 'not what it seems',
  ];
  return faults.flatMap((fault) => (fault ? [`a ${what} is ${fault}: ${text.slice(0, 80)}`] : []));
}

function harmInText(content: string): string[] {
  // What is in code stands as it is, and where a link leads is looked at below.
  const bare = content
    .replaceAll(/(?<=\])\(https?:[^\s)]*\)/g, '')
    .replaceAll(/(?<!\\)`[^`\n]*`/g, '')
    .replaceAll(OWN, '');
  const faults = [
    content.trim() === '' && 'an empty text',
    UNSEEN.test(content) && 'unseen characters',
    /\p{M}{31}/u.test(content) && 'a heap of marks',
    INVITE.test(bare) && 'an invite',
    /@(?:everyone|here)/i.test(bare) && 'a mention of everyone',
    /(?<!\\)(?:\\\\)*<(?=[@#:/+\w])/.test(bare) && 'something in angle brackets',
    /(?<!\\)(?:\\\\)*:bait:/.test(bare) && 'an emoji',
  ];
  const shown = parseMarkdown(content).flatMap(harmInBlock);
  return [...faults.flatMap((fault) => fault || []), ...shown].map((fault) => `${fault} in: ${content.slice(0, 300)}`);
}

/** What begins a block of its own is ours: a heading has its own size, and bait in it stands behind its first word. */
function harmInBlock(block: Block): string[] {
  switch (block.kind) {
    case 'code':
      return ['a code block'];
    case 'quote':
      return [
        ...(block.blocks.some(({ kind }) => kind !== 'paragraph') ? ['blocks in a quote'] : []),
        ...block.blocks.flatMap(harmInBlock),
      ];
    case 'list':
      return [
        ...(block.ordered ? ['a numbered list'] : []),
        ...block.items.flatMap(({ inside, under }) => [
          ...(under ? ['a list in a list'] : []),
          ...inside.flatMap(harmInInline),
        ]),
      ];
    case 'heading':
      return [...(block.level === 1 ? ['a heading of the first order'] : []), ...block.inside.flatMap(harmInInline)];
    default:
      return block.inside.flatMap(harmInInline);
  }
}

function harmInInline(inline: Inline): string[] {
  switch (inline.kind) {
    case 'text':
      return [];
    case 'link':
      return [
        ...(/evil|javascript|discord/.test(new URL(inline.url).hostname) ? [`a link to ${inline.url}`] : []),
        ...inline.inside.flatMap(harmInInline),
      ];
    case 'time':
      return inline.seconds < 1_000 ? ['a time'] : [];
    case 'mention':
      return inline.of === 'user' || inline.id.length < 2 ? [`a mention ${inline.of} ${inline.id}`] : [];
    case 'code':
      return inline.text === 'bait' ? ['code'] : [];
    case 'strong':
      return [...(isBait(inline.inside) ? ['bold'] : []), ...inline.inside.flatMap(harmInInline)];
    default:
      return [inline.kind];
  }
}

const isBait = (inside: readonly Inline[]) =>
  inside.length === 1 && inside[0]?.kind === 'text' && inside[0].text === 'bait';
