/** Discord's ceilings: https://discord.com/developers/docs/components/reference and .../resources/message. */
export const LIMITS = {
  /** Characters of all text in one message of Components V2. */
  text: 4_000,
  /** Components in one message, nested ones counted. */
  components: 40,
  buttonsInRow: 5,
  options: 25,
  optionLabel: 100,
  buttonLabel: 80,
  placeholder: 150,
  customId: 100,
  suggestion: 100,
} as const;

const characters = new Intl.Segmenter();
const STRETCH = 64;

/** Cuts at a word and marks the cut, never inside a character; the result is at most `limit` UTF-16 units long. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wordEnd(text, 0, limit - 1)).trimEnd()}…`;
}

/** No name is longer; what is, is a row of capitalised words that was taken for one. */
const LONGEST_NAME = 160;

export const clipName = (name: string): string => clip(name, LONGEST_NAME);

/**
 * Where to cut a text that starts at `start` so that at most `room` units are kept: before the last word that does not
 * fit, or inside a word longer than half the room, but never inside a character or a combined emoji.
 */
export function wordEnd(text: string, start: number, room: number): number {
  const end = start + Math.max(room, 1);
  if (end >= text.length) return text.length;
  const space = text.slice(start, end + 1).search(/\s\S*$/);
  if (space > room / 2) return start + space;
  // The longest combined emoji are shorter than this: looking at a stretch around the cut is enough.
  const from = Math.max(start, end - STRETCH);
  let kept = from;
  for (const { segment } of characters.segment(text.slice(from, end + STRETCH))) {
    if (kept + segment.length > end) break;
    kept += segment.length;
  }
  return kept > start ? kept : end;
}
