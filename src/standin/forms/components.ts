import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  type APIThumbnailComponent,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { readButton } from './button.ts';
import type { Form } from './form.ts';
import { isSelect, readSelect, SELECTS } from './select.ts';
import type { Tally } from './tally.ts';

const IN_CONTAINER = [
  Type.ActionRow,
  Type.Section,
  Type.TextDisplay,
  Type.MediaGallery,
  Type.File,
  Type.Separator,
] as const;

/** The components of a message; without the Components V2 flag, action rows alone. */
export function readComponents(message: Form, v2: boolean, tally: Tally): APIMessageTopLevelComponent[] {
  const forms = message.forms('components', { max: v2 ? 40 : 5 }) ?? [];
  const read = forms.map((form) => (v2 ? readTopLevel(form, tally) : readLegacy(form, tally)));
  tally.settle(message);
  return read.filter((component) => component !== undefined);
}

function readLegacy(form: Form, tally: Tally): APIMessageTopLevelComponent | undefined {
  return typeOf(form, [Type.ActionRow]) && readActionRow(form, tally);
}

function readTopLevel(form: Form, tally: Tally): APIMessageTopLevelComponent | undefined {
  const type = typeOf(form, [...IN_CONTAINER, Type.Container]);
  if (type === undefined) return undefined;
  return type === Type.Container ? readContainer(form, tally) : readBlock(type, form, tally);
}

function readBlock(type: (typeof IN_CONTAINER)[number], form: Form, tally: Tally): APIComponentInContainer {
  switch (type) {
    case Type.ActionRow:
      return readActionRow(form, tally);
    case Type.Section:
      return readSection(form, tally);
    case Type.TextDisplay:
      return readText(form, tally);
    case Type.MediaGallery:
      return readGallery(form, tally);
    case Type.File:
      return readFile(form, tally);
    case Type.Separator:
      return readSeparator(form, tally);
  }
}

function readContainer(form: Form, tally: Tally): APIContainerComponent {
  const id = tally.count(form);
  const inside = form.forms('components', { min: 1, max: 40, required: true }) ?? [];
  const components = inside.map((child) => {
    const type = typeOf(child, IN_CONTAINER);
    return type === undefined ? undefined : readBlock(type, child, tally);
  });
  return {
    type: Type.Container,
    id,
    accent_color: form.whole('accent_color', { min: 0, max: 0xffffff }) ?? null,
    spoiler: form.flag('spoiler') ?? false,
    components: components.filter((component) => component !== undefined),
  };
}

function readActionRow(form: Form, tally: Tally): APIActionRowComponent<APIComponentInMessageActionRow> {
  const id = tally.count(form);
  const inside = form.forms('components', { min: 1, max: 5, required: true }) ?? [];
  const components = inside.map((child) => {
    const type = typeOf(child, [Type.Button, ...SELECTS]);
    if (type === undefined) return undefined;
    // A select takes the whole width of its row.
    if (isSelect(type) && inside.length > 1) tooWide(child);
    return isSelect(type) ? readSelect(type, child, tally) : readButton(child, tally);
  });
  return { type: Type.ActionRow, id, components: components.filter((component) => component !== undefined) };
}

function readSection(form: Form, tally: Tally): APISectionComponent {
  const id = tally.count(form);
  const texts = form.forms('components', { min: 1, max: 3, required: true }) ?? [];
  const components = texts.map((child) => typeOf(child, [Type.TextDisplay]) && readText(child, tally));
  const accessory = readAccessory(form.form('accessory', true), tally);
  return {
    type: Type.Section,
    id,
    components: components.filter((component) => component !== undefined),
    accessory: accessory ?? { type: Type.Thumbnail, media: { url: '' } },
  };
}

function readAccessory(form: Form | undefined, tally: Tally): APISectionAccessoryComponent | undefined {
  const type = form && typeOf(form, [Type.Button, Type.Thumbnail]);
  if (!form || type === undefined) return undefined;
  return type === Type.Button ? readButton(form, tally) : readThumbnail(form, tally);
}

function readText(form: Form, tally: Tally): APITextDisplayComponent {
  const id = tally.count(form);
  const content = form.text('content', { min: 1, max: 4000, required: true }) ?? '';
  tally.say(content);
  return { type: Type.TextDisplay, id, content };
}

function readThumbnail(form: Form, tally: Tally): APIThumbnailComponent {
  const id = tally.count(form);
  return { type: Type.Thumbnail, id, media: readMedia(form, 'media', tally), ...described(form) };
}

function readGallery(form: Form, tally: Tally): APIMediaGalleryComponent {
  const id = tally.count(form);
  const items = form.forms('items', { min: 1, max: 10, required: true }) ?? [];
  const read = items.map((item) => ({ media: readMedia(item, 'media', tally), ...described(item) }));
  return { type: Type.MediaGallery, id, items: read };
}

function readFile(form: Form, tally: Tally): APIFileComponent {
  const id = tally.count(form);
  const file = form.form('file', true);
  const url = file ? tally.url(file, true) : '';
  return { type: Type.File, id, file: { url }, spoiler: form.flag('spoiler') ?? false };
}

function readSeparator(form: Form, tally: Tally): APISeparatorComponent {
  const id = tally.count(form);
  const spacing = form.among('spacing', [1, 2]) ?? 1;
  return { type: Type.Separator, id, spacing, divider: form.flag('divider') ?? true };
}

function readMedia(form: Form, field: string, tally: Tally): { url: string } {
  const media = form.form(field, true);
  return { url: media ? tally.url(media) : '' };
}

function described(form: Form) {
  const description = form.text('description', { min: 1, max: 1024 }) ?? null;
  return { description, spoiler: form.flag('spoiler') ?? false };
}

function typeOf<T extends number>(form: Form, allowed: readonly T[]): T | undefined {
  const type = allowed.find((one) => one === form.raw('type'));
  if (type === undefined)
    form.refuseField('type', 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')}).`);
  return type;
}

function tooWide(form: Form): void {
  form.refuse('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
}
