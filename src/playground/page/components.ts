import type {
  APIContainerComponent,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMessageComponent,
  APISectionComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import { drawButton } from './buttons.ts';
import { make } from './elements.ts';
import { icon } from './icons.ts';
import { COMPONENT, WIDE_SPACING } from './kinds.ts';
import { prose } from './prose.ts';
import { drawSelect } from './selects.ts';
import type { Stage } from './stage.ts';

/** One of Discord's message components, drawn. */
export function drawComponent(component: APIMessageComponent, stage: Stage): HTMLElement {
  switch (component.type) {
    case COMPONENT.textDisplay:
      return prose(component.content, stage.names);
    case COMPONENT.container:
      return drawContainer(component, stage);
    case COMPONENT.section:
      return drawSection(component, stage);
    case COMPONENT.separator: {
      const wide = component.spacing === WIDE_SPACING;
      const attributes = { class: wide ? 'separator wide' : 'separator' };
      return component.divider === false ? make('div', attributes) : make('hr', attributes);
    }
    case COMPONENT.actionRow:
      return make('div', { class: 'action-row' }, ...component.components.map((inner) => drawComponent(inner, stage)));
    case COMPONENT.button:
      return drawButton(component, stage);
    case COMPONENT.stringSelect:
    case COMPONENT.userSelect:
    case COMPONENT.roleSelect:
    case COMPONENT.mentionableSelect:
    case COMPONENT.channelSelect:
      return drawSelect(component, stage);
    case COMPONENT.mediaGallery:
      return drawGallery(component);
    case COMPONENT.thumbnail:
      return drawThumbnail(component);
    case COMPONENT.file:
      return drawFile(component);
    default:
      return make('p', { class: 'subtext' }, 'A component this page does not draw.');
  }
}

function drawContainer(container: APIContainerComponent, stage: Stage): HTMLElement {
  const { accent_color: accent, components, spoiler } = container;
  const element = make('div', { class: 'container' }, ...components.map((inner) => drawComponent(inner, stage)));
  if (accent != null) {
    element.classList.add('accented');
    element.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  }
  return spoiler ? make('details', { class: 'spoiler-block' }, make('summary', {}, 'Spoiler'), element) : element;
}

function drawSection({ components, accessory }: APISectionComponent, stage: Stage): HTMLElement {
  const words = make('div', { class: 'section-words' }, ...components.map((inner) => drawComponent(inner, stage)));
  return make('div', { class: 'section' }, words, drawComponent(accessory, stage));
}

function drawGallery({ items }: APIMediaGalleryComponent): HTMLElement {
  return make('div', { class: 'gallery' }, ...items.map(({ media, description }) => picture(media.url, description)));
}

function drawThumbnail({ media, description }: APIThumbnailComponent): HTMLElement {
  return make('div', { class: 'thumbnail' }, picture(media.url, description));
}

/** Pictures are named, not loaded: this page asks nothing of other servers. */
function picture(url: string, description: string | null | undefined): HTMLElement {
  return make('figure', { class: 'picture', title: url }, make('figcaption', {}, description ?? nameOf(url)));
}

function drawFile({ file, name, size }: APIFileComponent): HTMLElement {
  const kilobytes = size === undefined ? undefined : `${(size / 1024).toFixed(1)} KB`;
  const link = { class: 'file-name', href: new URL(file.url).pathname, download: true };
  const words = make('div', {}, make('a', link, name ?? nameOf(file.url)), make('div', {}, kilobytes));
  return make('div', { class: 'file' }, icon('file'), words);
}

/** The last part of an address: `attachment://feeds.opml` is feeds.opml. */
function nameOf(url: string): string {
  return url.split('?')[0]!.split('/').at(-1) || url;
}
