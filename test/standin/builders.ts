/** Components as a bot sends them, one of each kind. */
export const text = (content = 'A line') => ({ type: 10, content });
export const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Next',
  custom_id,
  ...more,
});
export const link = (url: string, more: object = {}) => ({ type: 2, style: 5, label: 'Read', url, ...more });
export const row = (...components: readonly object[]) => ({ type: 1, components });
export const select = (more: object = {}) => ({ type: 3, custom_id: 'story', options: [entry('a')], ...more });
export const entry = (value: string, more: object = {}) => ({ label: 'A story', value, ...more });
export const container = (...components: readonly object[]) => ({ type: 17, components });
export const section = (components: readonly object[], accessory?: object) => ({ type: 9, components, accessory });
export const picture = (url = 'https://news.example/harbour.jpg') => ({ media: { url } });

export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
