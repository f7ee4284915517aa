import { type APIButtonComponent, ComponentType, ButtonStyle as Style } from 'discord-api-types/v10';
import { readEmoji } from './emoji.ts';
import type { Form } from './form.ts';
import type { Tally } from './tally.ts';

const STYLES = [Style.Primary, Style.Secondary, Style.Success, Style.Danger, Style.Link] as const;

/** A button that answers (custom_id) or one that leads somewhere (url), never both; with a label, an emoji or both. */
export function readButton(form: Form, tally: Tally): APIButtonComponent {
  const id = tally.count(form);
  const style = form.among('style', STYLES, true) ?? Style.Secondary;
  const label = form.text('label', { max: 80 });
  const emoji = readEmoji(form);
  if ((label ?? '') === '' && !emoji)
    form.refuse('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji');
  const looks = { ...(label !== undefined && { label }), ...(emoji && { emoji }) };
  const common = { type: ComponentType.Button, id, disabled: form.flag('disabled') ?? false, ...looks } as const;
  if (style === Style.Link) return { ...common, style, url: readLink(form) };
  if (form.has('url')) form.refuseField('url', 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons may have a url');
  return { ...common, style, custom_id: tally.customId(form) };
}

function readLink(form: Form): string {
  if (form.has('custom_id'))
    form.refuseField('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL', 'A custom id and url cannot both be specified');
  const url = form.text('url', { max: 512, required: true }) ?? '';
  if (!form.has('url')) return url;
  if (!URL.canParse(url)) form.refuseField('url', 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  else if (!/^(https?|discord):/i.test(url)) {
    const scheme = new URL(url).protocol.slice(0, -1);
    const said = `Scheme "${scheme}" is not supported. Scheme must be one of ('http', 'https', 'discord').`;
    form.refuseField('url', 'URL_TYPE_INVALID_SCHEME', said);
  }
  return url;
}
