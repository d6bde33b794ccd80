import { BODIES } from './bodies.js';
import { DUTY_KINDS, DUTY_TRIGGERS, PUBLICITY_CHANNELS } from './duty-kinds.js';
import type { Label } from './policy-label.js';
import { SECTION_LABELS, SETTING_LABELS } from './setting-labels.js';
import type { Provenance, ResolvedPolicy } from './resolve-policy.js';

/** One value of a policy as somebody reads it. */
export interface ValueInForce {
  readonly section: Label;
  readonly key: string;
  readonly label: Label | null;
  readonly value: string;
  readonly source: string;
}

const WORDS = new Map<string, Label>(
  [BODIES, DUTY_KINDS, DUTY_TRIGGERS, PUBLICITY_CHANNELS].flatMap((list) => Object.entries<Label>(list)),
);

interface Entry {
  readonly value: unknown;
  readonly provenance: readonly Provenance[];
}

function entriesOf(section: unknown): [string, Entry][] {
  if (typeof section !== 'object' || section === null) return [];
  return Object.entries(section).filter((pair): pair is [string, Entry] => isEntry(pair[1]));
}

function isEntry(entry: unknown): entry is Entry {
  return typeof entry === 'object' && entry !== null && 'value' in entry && 'provenance' in entry;
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}

function inWords(label: Label): string {
  return label.en === label.zh ? label.en : `${label.en} ${label.zh}`;
}

/** Every value in force, section by section, in English and Chinese, with its document and clause. */
export function valuesInForce(policy: ResolvedPolicy): ValueInForce[] {
  const sections = new Map<string, unknown>(Object.entries(policy));
  return Object.entries(SECTION_LABELS).flatMap(([name, section]) =>
    entriesOf(sections.get(name)).map(([key, { value, provenance }]) => ({
      section,
      key: `${name}.${key}`,
      label: labelOf(name, key, value),
      value: shown(value),
      source: provenance.map(cited).join('; '),
    })),
  );
}

function cited({ document, clause, standing, file }: Provenance): string {
  const mark = standing === 'PUBLISHED' ? '' : ` [${standing}]`;
  return `${document} ${clause}${mark} (${file})`;
}

function labelOf(section: string, key: string, value: unknown): Label | null {
  if (typeof value === 'object' && value !== null && 'label' in value && isLabel(value.label))
    return value.label;
  const settings = new Map<string, Readonly<Record<string, Label>>>(Object.entries(SETTING_LABELS));
  return settings.get(section)?.[key] ?? null;
}

/** A value on one line: labels in both languages, lists by commas, parts by semicolons. */
function shown(value: unknown): string {
  if (isLabel(value)) return inWords(value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([name]) => name !== 'label')
      .map(([name, part]) => `${name} ${shown(part)}`)
      .join('; ');
  if (typeof value !== 'string') return String(value);
  const label = WORDS.get(value);
  return label ? `${value} ${label.zh}` : value;
}
