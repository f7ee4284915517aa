import { fill } from './elements.ts';
import { icon } from './icons.ts';

const KEY = 'lede-theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as the system has it until the person says otherwise. */
export function followTheme(button: HTMLElement): void {
  const apply = () => {
    const dark = isDark();
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    button.setAttribute('aria-label', dark ? 'Switch to light' : 'Switch to dark');
    button.title = dark ? 'Switch to light' : 'Switch to dark';
    fill(button, icon(dark ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
    apply();
  });
  prefersDark.addEventListener('change', apply);
  apply();
}

function isDark(): boolean {
  const chosen = localStorage.getItem(KEY);
  return chosen === null ? prefersDark.matches : chosen === 'dark';
}
