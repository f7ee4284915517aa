import { html } from 'hono/html';
import { DateTime } from 'luxon';
import type { RehearsalReport, SlotReport } from './rehearsal-report.ts';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dcdde3, #34353d); --muted: light-dark(#585a66, #a2a3ad); --soft: light-dark(#f4f4f6, #232328); }
body { max-width: 1040px; margin: 0 auto; padding: 32px 20px 64px; font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 26px; } h2 { margin: 36px 0 8px; font-size: 18px; } p { margin: 4px 0; }
.muted, small { color: var(--muted); } small { font-size: 13px; }
.totals { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; padding: 0; list-style: none; }
.totals li { min-width: 104px; padding: 10px 16px; border-radius: 10px; background: var(--soft); }
.totals b { display: block; font-size: 24px; line-height: 1.2; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--muted); font-size: 13px; font-weight: 500; } td:first-child { white-space: nowrap; }
.state { padding: 1px 8px; border-radius: 10px; background: var(--soft); font-size: 13px; white-space: nowrap; }
.posted { background: light-dark(#d9f2e1, #1c3d28); } .failed { background: light-dark(#fbdcdc, #512226); }
.skipped, .late { background: light-dark(#fdeecb, #4a3a12); }
summary { cursor: pointer; } pre { margin: 8px 0; padding: 12px; border-radius: 8px; background: var(--soft); font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** The report as one page that loads nothing: whatever comes from articles is escaped by the template. */
export async function rehearsalPage(report: RehearsalReport): Promise<string> {
  const { from, to, schedules, slots, troubles, notices, warnings, totals, articles } = report;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Lede rehearsed ${days} days</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${days} days of Lede</h1>
<p class="muted">${day(from)} to ${day(to)} · ${articles} articles, each read at the hour it was published</p>
<ul class="totals">${[
    tile(totals.posted, 'posted'),
    tile(totals.late, 'of them late'),
    tile(totals.skipped, 'skipped'),
    tile(totals.failed, 'failed'),
    tile(totals.messages, 'messages'),
    tile(totals.nearLimits, 'near a limit'),
  ]}</ul>
<h2>Schedules</h2>
${schedules.map(({ channel, rule, zone }) => html`<p>#${channel} · <code>${rule}</code> · ${zone}</p>`)}
${section(
  'What went wrong on purpose',
  troubles.map(({ what, from, to }) => html`<p>${what}: ${moment(from)} to ${moment(to)}</p>`),
)}
${section(
  'What managers were told',
  notices.map(({ at, text }) => html`<details><summary>${moment(at)}</summary><pre>${text}</pre></details>`),
)}
<h2>Every slot</h2>
<div class="scroll"><table>
<tr><th>Slot</th><th>Channel</th><th></th><th>Receipt</th><th>Post</th></tr>
${slots.map(row)}
</table></div>
${section(
  'Warnings in the log',
  warnings.map((warning) => html`<p><small>${warning}</small></p>`),
)}
</body>
</html>
`;
  return String(await page);
}

const tile = (count: number, words: string) => html`<li><b>${count}</b>${words}</li>`;

function section(title: string, lines: readonly unknown[]) {
  return lines.length === 0 ? '' : html`<h2>${title}</h2>${lines}`;
}

function row({ slot, zone, channel, state, late, reason, attempts, receipt, messages, near }: SlotReport) {
  const more = [reason, attempts > 1 ? `${attempts} attempts` : '', ...near].filter(Boolean).join(' · ');
  return html`<tr>
<td>${DateTime.fromISO(slot, { zone }).toFormat('ccc d LLL, HH:mm')}</td>
<td>#${channel}</td>
<td><span class="state ${state}">${state}</span>${late ? html` <span class="state late">late</span>` : ''}</td>
<td>${receipt ? `${receipt.read} read · ${receipt.stories} stories · ${receipt.shown} shown` : ''}${more ? html`<br><small>${more}</small>` : ''}</td>
<td>${messages.map(({ at, characters, components, text }) => html`<details><summary>${moment(at)} <small>${characters} characters, ${components} components</small></summary><pre>${text}</pre></details>`)}</td>
</tr>`;
}

const day = (iso: string) => DateTime.fromISO(iso, { zone: 'UTC' }).toFormat('d LLL yyyy');
const moment = (iso: string) => DateTime.fromISO(iso, { zone: 'UTC' }).toFormat("d LLL, HH:mm 'UTC'");
