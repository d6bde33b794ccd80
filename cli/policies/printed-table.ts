import type { ValueInForce } from '../../policies/values-in-force.js';

/** Longer values are not padded: one of them would push every source out of sight. */
const WIDEST = 60;

/** Values in force as lines: section, then key, name in both languages, value and source. */
export function printedTable(values: readonly ValueInForce[]): string[] {
  const keyWidth = Math.max(...values.map(({ key }) => widthOf(key)));
  const nameWidth = Math.min(WIDEST, Math.max(...values.map(({ label }) => widthOf(nameOf(label)))));
  return values.flatMap(({ section, key, label, value, source }, index) => {
    const heading =
      values[index - 1]?.section === section
        ? []
        : [...(index > 0 ? [''] : []), `${section.en} ${section.zh}`];
    const row = [padded(key, keyWidth), padded(nameOf(label), nameWidth), padded(value, WIDEST), source];
    return [...heading, `  ${row.join('  ')}`];
  });
}

function nameOf(label: ValueInForce['label']): string {
  return label ? `${label.en} ${label.zh}` : '';
}

/** Columns on a terminal: a Chinese character or full-width sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
