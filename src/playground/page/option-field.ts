import type { APIApplicationCommandBasicOption as Option } from 'discord-api-types/v10';
import type { Answer } from '../requests.ts';
import { type Checked, checkAnswer, type Offer } from './answers.ts';
import { make, newId } from './elements.ts';

/** One option of a command in the composer: its name, and a field for its value. */
export class OptionField {
  readonly element: HTMLElement;
  readonly option: Option;
  readonly input: HTMLInputElement;
  /** The answers it is limited to; undefined where anything may be typed. */
  readonly offers: readonly Offer[] | undefined;
  /** What was picked from a list, for as long as its name stands in the field. */
  #picked: Offer | undefined;

  constructor(option: Option, offers: readonly Offer[] | undefined) {
    this.option = option;
    this.offers = offers;
    const id = newId('option');
    this.input = make('input', {
      id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': false,
      'aria-label': `${option.name}${option.required ? ', required' : ''}: ${option.description}`,
    });
    this.element = make('span', { class: 'pill' }, make('label', { for: id }, option.name), this.input);
    this.#fit();
    this.input.addEventListener('input', () => {
      if (this.input.value !== this.#picked?.name) this.#picked = undefined;
      this.complain(undefined);
      this.#fit();
    });
  }

  get text(): string {
    return this.input.value;
  }

  get filled(): boolean {
    return this.text.trim() !== '';
  }

  get picked(): boolean {
    return this.#picked !== undefined;
  }

  get suggests(): boolean {
    return 'autocomplete' in this.option && this.option.autocomplete === true;
  }

  pick(offer: Offer): void {
    this.#picked = offer;
    this.input.value = offer.name;
    this.complain(undefined);
    this.#fit();
  }

  clear(): void {
    this.#picked = undefined;
    this.input.value = '';
    this.#fit();
  }

  check(): Checked {
    return this.#picked ? { value: this.#picked.value } : checkAnswer(this.option, this.text, this.offers);
  }

  /** Its value as it is sent along while another option is being typed: nothing where it is not a valid one yet. */
  get answer(): Answer | undefined {
    return this.check().value;
  }

  /** Marks the field as wrong and says by which element the reason is given; undefined takes it back. */
  complain(reason: HTMLElement | undefined): void {
    this.element.classList.toggle('wrong', reason !== undefined);
    if (reason) {
      this.input.setAttribute('aria-invalid', 'true');
      this.input.setAttribute('aria-describedby', reason.id);
    } else {
      this.input.removeAttribute('aria-invalid');
      this.input.removeAttribute('aria-describedby');
    }
  }

  #fit(): void {
    this.input.style.width = `${Math.max(this.text.length, 2) + 1}ch`;
  }
}
