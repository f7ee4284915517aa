import type { APIEmbed } from 'discord-api-types/v10';
import type { Form } from './form.ts';

/** All titles, descriptions, fields, footers and authors of a message together. */
const TOTAL = 6000;

/** The embeds of a message without Components V2. */
export function readEmbeds(message: Form): APIEmbed[] {
  const forms = message.forms('embeds', { max: 10 }) ?? [];
  const embeds = forms.map(readEmbed);
  if (embeds.reduce((sum, embed) => sum + textOf(embed).length, 0) > TOTAL)
    message.refuseField('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${TOTAL}`);
  return embeds;
}

function readEmbed(form: Form): APIEmbed {
  const title = form.text('title', { max: 256 });
  const description = form.text('description', { max: 4096 });
  const url = form.text('url', { max: 2048 });
  const timestamp = form.text('timestamp');
  const color = form.whole('color', { min: 0, max: 0xffffff });
  const footer = form.form('footer')?.text('text', { max: 2048, required: true });
  const author = form.form('author')?.text('name', { max: 256, required: true });
  const image = form.form('image')?.text('url', { max: 2048, required: true });
  const thumbnail = form.form('thumbnail')?.text('url', { max: 2048, required: true });
  const fields = form.forms('fields', { max: 25 })?.map(readField);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(url !== undefined && { url }),
    ...(timestamp !== undefined && { timestamp }),
    ...(color !== undefined && { color }),
    ...(footer !== undefined && { footer: { text: footer } }),
    ...(author !== undefined && { author: { name: author } }),
    ...(image !== undefined && { image: { url: image } }),
    ...(thumbnail !== undefined && { thumbnail: { url: thumbnail } }),
    ...(fields && { fields }),
  };
}

function readField(form: Form) {
  return {
    name: form.text('name', { min: 1, max: 256, required: true }) ?? '',
    value: form.text('value', { min: 1, max: 1024, required: true }) ?? '',
    inline: form.flag('inline') ?? false,
  };
}

function textOf({ title = '', description = '', fields = [], footer, author }: APIEmbed): string {
  const inFields = fields.map(({ name, value }) => name + value).join('');
  return title + description + inFields + (footer?.text ?? '') + (author?.name ?? '');
}
