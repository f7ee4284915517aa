import type { CommandForm } from './command-form.ts';
import { fill, make } from './elements.ts';
import { icon } from './icons.ts';
import type { OptionField } from './option-field.ts';

/** What the composer is made of: the line with the command and its options, two buttons, and what is wrong. */
export class ComposerLine {
  readonly box: HTMLElement;
  readonly line = make('div', { class: 'composer-line' });
  readonly problem = make('p', { class: 'problem', id: 'composer-problem', role: 'alert' });
  readonly discard = make('button', { type: 'button', class: 'plain', 'aria-label': 'Discard' }, icon('close'));
  readonly send = make('button', { type: 'button', class: 'plain send', 'aria-label': 'Send' }, icon('send'));
  /** Where a command is typed, and after that the names of further options. */
  readonly free = make('input', {
    id: 'composer',
    class: 'free',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'send',
    'aria-autocomplete': 'list',
    'aria-expanded': false,
  });

  constructor() {
    this.box = make('div', { class: 'composer-box' }, this.line, this.discard, this.send);
  }

  /** Shows the command being filled in, or an empty line for a message to `channel`. */
  draw(form: CommandForm | undefined, channel: string): void {
    this.complain('');
    this.free.value = '';
    this.discard.hidden = form === undefined;
    const command = form && make('span', { class: 'command' }, `/${form.leaf.path}`);
    fill(this.line, command, ...(form?.fields.map(({ element }) => element) ?? []), this.free);
    if (form) {
      this.free.placeholder = form.unused.length > 0 ? `+${form.unused.length} optional` : '';
      this.free.setAttribute('aria-label', `Further options of /${form.leaf.path}`);
    } else {
      this.free.placeholder = `Message ${channel}`;
      this.free.setAttribute('aria-label', `Message ${channel}; type / for commands`);
    }
  }

  complain(text: string, field?: OptionField): void {
    this.problem.textContent = text;
    field?.complain(this.problem);
  }
}
