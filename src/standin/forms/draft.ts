import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';
import { refuse } from '../failure.ts';
import { isV2, type ShownMessage } from '../messages/shown.ts';
import type { File } from '../messages/uploads.ts';
import { type AllowedMentions, readAllowedMentions } from './allowed-mentions.ts';
import { readComponents } from './components.ts';
import { readEmbeds } from './embeds.ts';
import type { Form } from './form.ts';
import { Tally } from './tally.ts';

/** What Discord says of an attachment: a file sent along (its index) or one that is already there (its id). */
export interface AttachmentNote {
  readonly id: string;
  readonly filename?: string;
  readonly description?: string;
}

/** A message to be, or what is to change in one: a field that was left out is undefined, one that was null is empty. */
export interface Draft {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIMessageTopLevelComponent[];
  readonly attachments?: readonly AttachmentNote[];
  readonly files: readonly File[];
  readonly mentions?: AllowedMentions;
  readonly flags: number;
  readonly tts: boolean;
}

const LEGACY_FIELDS = ['content', 'embeds', 'sticker_ids', 'poll'] as const;

/** The flags a bot may set on a message it sends; what else is set in the number is ignored. */
export const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Reads a message, or an edit of the one `before`. Throws what Discord refuses in it. */
export function readDraft(form: Form, files: readonly File[], before?: ShownMessage): Draft {
  const flags = form.whole('flags', { min: 0 }) ?? 0;
  const v2 = isV2({ flags }) || (before !== undefined && isV2(before));
  const attachments = readAttachments(form);
  const content = form.text('content', { max: 2000 });
  const mentions = readAllowedMentions(form);
  const tally = new Tally(form.raw('components'), fileNames(files, attachments, before));
  if (v2) refuseLegacyFields(form, before);
  else refuseUnsupported(form);
  const draft: Draft = {
    files,
    flags,
    tts: form.flag('tts') ?? false,
    ...(form.names('content') && { content: content ?? '' }),
    ...(form.names('embeds') && { embeds: readEmbeds(form) }),
    ...(form.names('components') && { components: readComponents(form, v2, tally) }),
    ...(attachments && { attachments }),
    ...(mentions && { mentions }),
  };
  form.settle();
  if (isEmpty(draft, v2, before)) throw refuse.emptyMessage();
  return draft;
}

function readAttachments(form: Form): readonly AttachmentNote[] | undefined {
  return form.forms('attachments', { max: 10 })?.map((note) => {
    const filename = note.text('filename', { min: 1, max: 1024 });
    const description = note.text('description', { max: 1024 });
    return {
      id: note.snowflake('id', true) ?? '',
      ...(filename !== undefined && { filename }),
      ...(description !== undefined && { description }),
    };
  });
}

/** The names attachment:// may refer to: of the files sent along, and of those the message keeps. */
function fileNames(
  files: readonly File[],
  notes: readonly AttachmentNote[] | undefined,
  before: ShownMessage | undefined,
): ReadonlySet<string> {
  const kept = (before?.attachments ?? []).filter(({ id }) => !notes || notes.some((note) => note.id === id));
  const noted = (notes ?? []).map(({ filename }) => filename).filter((name) => name !== undefined);
  return new Set([...files.map(({ name }) => name), ...noted, ...kept.map(({ filename }) => filename)]);
}

/** Components V2 leaves no room for these fields; what an edited message had in them must be taken away. */
function refuseLegacyFields(form: Form, before?: ShownMessage): void {
  const had: Readonly<Record<string, unknown>> = { content: before?.content, embeds: before?.embeds };
  for (const field of LEGACY_FIELDS) {
    const value = form.names(field) ? form.raw(field) : had[field];
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    const said = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    if (!empty) form.refuseField(field, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', said);
  }
}

function refuseUnsupported(form: Form): void {
  for (const field of ['sticker_ids', 'poll'])
    if (form.has(field)) form.refuseField(field, 'STAND_IN_UNSUPPORTED', `The stand-in knows no ${field}.`);
}

function isEmpty(draft: Draft, v2: boolean, before?: ShownMessage): boolean {
  const components = draft.components ?? before?.components ?? [];
  if (v2 || components.length > 0) return components.length === 0;
  const content = draft.content ?? before?.content ?? '';
  const embeds = draft.embeds ?? before?.embeds ?? [];
  const kept = draft.attachments ?? before?.attachments ?? [];
  return content.trim() === '' && embeds.length === 0 && kept.length === 0 && draft.files.length === 0;
}
