const SVG = 'http://www.w3.org/2000/svg';

/** Drawn here, in strokes on a square of 24, so that nothing is loaded for them. */
const STROKES = {
  text: 'M5 9h15 M4 15h15 M10.5 4 8 20 M16.5 4 14 20',
  announcements: 'M4 10v4h4l8 5V5l-8 5H4z M19.5 9.5a4 4 0 0 1 0 5',
  thread: 'M5 5h14v10H11l-4 4v-4H5z',
  direct: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4.5 20a7.5 7.5 0 0 1 15 0',
  close: 'M6 6l12 12 M18 6 6 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  sun: [
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2',
    'M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M5.3 18.7l1.4-1.4 M17.3 6.7l1.4-1.4',
  ].join(' '),
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  down: 'M6 9.5l6 6 6-6',
  send: 'M4 12h15 M13 6l6 6-6 6',
  swap: 'M7 4 3.5 7.5 7 11 M3.5 7.5H16 M17 13l3.5 3.5L17 20 M20.5 16.5H8',
  outside: 'M14 4h6v6 M20 4l-9 9 M18 14v5H5V6h5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 3.5 2.5 20h19z M12 10v4.5 M12 17.2v.3',
  more: 'M5 12h.01 M12 12h.01 M19 12h.01',
  app: 'M5 5h6v6H5z M13 13h6v6h-6z M5 13h6v6H5z M16 4.5v7 M12.5 8h7',
  file: 'M6 3h8l4 4v14H6z M14 3v4h4',
} as const;

export type IconName = keyof typeof STROKES;

/** A small picture beside words that say the same: hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', STROKES[name]);
  svg.append(path);
  return svg;
}
