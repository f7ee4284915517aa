import {
  type APIAttachment,
  type APIMessageTopLevelComponent,
  type APIUnfurledMediaItem,
  ComponentType as Type,
} from 'discord-api-types/v10';
import type { Snowflakes } from '../snowflake.ts';

/** The components with each attachment:// replaced by the address of the file, as Discord gives them back. */
export function withMedia<T extends APIMessageTopLevelComponent>(
  component: T,
  files: readonly APIAttachment[],
  ids: Snowflakes,
): T {
  switch (component.type) {
    case Type.File:
      return { ...component, file: resolved(component.file, files, ids), ...fileFacts(component.file, files) };
    case Type.MediaGallery:
      return {
        ...component,
        items: component.items.map((item) => ({ ...item, media: resolved(item.media, files, ids) })),
      };
    case Type.Section: {
      const { accessory } = component;
      if (accessory.type !== Type.Thumbnail) return component;
      return { ...component, accessory: { ...accessory, media: resolved(accessory.media, files, ids) } };
    }
    case Type.Container:
      return { ...component, components: component.components.map((inner) => withMedia(inner, files, ids)) };
    default:
      return component;
  }
}

function attached({ url }: APIUnfurledMediaItem, files: readonly APIAttachment[]): APIAttachment | undefined {
  return files.find(({ filename }) => url === `attachment://${filename}`);
}

function resolved(
  media: APIUnfurledMediaItem,
  files: readonly APIAttachment[],
  ids: Snowflakes,
): APIUnfurledMediaItem & { readonly id: string } {
  const id = ids.next();
  const file = attached(media, files);
  if (!file) return { id, url: media.url, proxy_url: media.url };
  const { url, proxy_url, content_type } = file;
  return { id, url, proxy_url, ...(content_type !== undefined && { content_type }), attachment_id: file.id };
}

function fileFacts(media: APIUnfurledMediaItem, files: readonly APIAttachment[]) {
  const file = attached(media, files);
  return file ? { name: file.filename, size: file.size } : {};
}
