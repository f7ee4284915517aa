import { type Form, isRecord } from './form.ts';

/** How many components a message may have, nested ones counted. */
const COMPONENTS = 40;
/** What all text displays of a message may hold together, in UTF-16 units. */
const TEXT = 4000;

/** What the components of one message share: how many they are, how much they say, and which ids are taken. */
export class Tally {
  #components = 0;
  #text = 0;
  #lastId = 0;
  readonly #customIds = new Set<string>();
  readonly #givenIds: readonly number[];
  readonly #files: ReadonlySet<string>;

  /** `components` as they were sent; `files` are the names that attachment:// may refer to. */
  constructor(components: unknown, files: ReadonlySet<string>) {
    this.#givenIds = givenIds(components);
    this.#files = files;
  }

  /** Counts a component and returns its id: its own, or the next that no other component has been given. */
  count(form: Form): number {
    this.#components += 1;
    const given = form.whole('id', { min: 0 });
    if (given === undefined || given === 0) return this.#nextId();
    if (this.#givenIds.filter((id) => id === given).length > 1)
      form.refuseField('id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    return given;
  }

  say(content: string): void {
    this.#text += content.length;
  }

  customId(form: Form): string {
    const id = form.text('custom_id', { min: 1, max: 100, required: true }) ?? '';
    if (this.#customIds.has(id))
      form.refuseField('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    this.#customIds.add(id);
    return id;
  }

  /** Where a picture or a file is: on the web, unless it has to be `uploaded`, or among the files sent along. */
  url(form: Form, uploaded = false): string {
    const url = form.text('url', { max: 2048, required: true }) ?? '';
    const file = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    const known = file === undefined ? !uploaded && URL.canParse(url) && /^https?:/.test(url) : this.#files.has(file);
    if (known || !form.has('url')) return url;
    if (file === undefined) form.refuseField('url', 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else
      form.refuseField('url', 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', `Attachment ${file} not found.`);
    return url;
  }

  settle(message: Form): void {
    if (this.#components > COMPONENTS) {
      const said = `The total number of components must be ${COMPONENTS} or fewer.`;
      message.refuseField('components', 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', said);
    }
    if (this.#text > TEXT) {
      const said = `The total displayable text must be ${TEXT} or fewer characters.`;
      message.refuseField('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', said);
    }
  }

  #nextId(): number {
    do this.#lastId += 1;
    while (this.#givenIds.includes(this.#lastId));
    return this.#lastId;
  }
}

function givenIds(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(givenIds);
  if (!isRecord(value)) return [];
  const own = typeof value['id'] === 'number' ? [value['id']] : [];
  return [...own, ...givenIds(value['components']), ...givenIds(value['accessory'])];
}
