import { z } from 'zod';
import { SETTINGS } from './policy-settings.js';
import { isoDate } from './policy-values.js';
import type { Setting } from './setting.js';

const words = z.string().trim().min(1, 'expected some text');

/**
 * PUBLISHED: stands in the document. UNVERIFIED: taken from secondary sources, to be checked against the
 * original. HUB_DEFAULT: chosen for the hub; the document is where the figure was taken from, if anywhere.
 */
export const SOURCE_STANDINGS = ['PUBLISHED', 'UNVERIFIED', 'HUB_DEFAULT'] as const;

const source = z.strictObject({
  document: words,
  clause: words,
  standing: z.enum(SOURCE_STANDINGS).default('PUBLISHED'),
});

/** A document by the name under which the file's values cite it: its number, or its title if it has none. */
const document = z.strictObject({
  number: words.nullable(),
  title: words,
  titleEn: words,
  issuer: words,
  issuedOn: isoDate.nullable(),
  note: words.optional(),
});

/** A document that values cite beside the file's own. */
const citedDocument = z.strictObject({ cite: words, title: words, titleEn: words, note: words.optional() });

const divisionCode = z
  .string('expected a division code in quotes')
  .regex(
    /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/,
    'expected a division code cut by level to 2, 4, 6, 9 or 12 digits',
  );

const period = { validFrom: isoDate.nullable(), validTo: isoDate.nullable() };

function sourced(setting: Setting<unknown>) {
  return z.strictObject({
    value: setting.schema,
    source,
    floor: setting.stricter
      ? z.boolean().default(false)
      : z.literal(false, 'this value has no stricter direction and cannot be a floor').default(false),
    validFrom: isoDate.optional(),
    validTo: isoDate.optional(),
    note: words.optional(),
  });
}

/** A value as a file states it; `value` has passed the schema of its setting. */
export type StatedValue = z.infer<ReturnType<typeof sourced>>;

function sectionSchema(
  section: (typeof SETTINGS)[keyof typeof SETTINGS],
): z.ZodType<Record<string, StatedValue>> {
  if (section.kind === 'KEYED') {
    const key: z.ZodType<string> = section.key;
    return z.record(z.string(), sourced(section.entry)).superRefine((entries, context) => {
      for (const name of Object.keys(entries)) {
        for (const issue of key.safeParse(name).error?.issues ?? []) {
          context.addIssue({ code: 'custom', path: [name], message: `unknown name: ${issue.message}` });
        }
      }
    });
  }
  const settings: Readonly<Record<string, Setting<unknown>>> = section.settings;
  const shape = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, sourced(setting).optional()]),
  );
  return z.strictObject(shape).transform((stated) => {
    const given: Record<string, StatedValue> = {};
    for (const [name, value] of Object.entries(stated)) if (value !== undefined) given[name] = value;
    return given;
  });
}

const sections = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, section]) => [name, sectionSchema(section).default({})]),
);

const NATIONAL = 'NATIONAL';
const TEMPLATE = 'TEMPLATE';

/**
 * A policy file: one main document, where and when it applies, and its values. `appliesTo` is NATIONAL, a list
 * of division codes, or TEMPLATE for a document that names no division and therefore applies nowhere; a TEMPLATE may
 * leave open when it was issued and since when it holds.
 */
export const policyFileSchema = z
  .strictObject({
    document,
    cites: z.array(citedDocument).default([]),
    appliesTo: z.union(
      [z.literal(NATIONAL), z.literal(TEMPLATE), z.array(divisionCode).min(1)],
      'expected NATIONAL, TEMPLATE or a list of division codes in quotes, each cut by level to 2, 4, 6, 9 or 12 digits',
    ),
    ...period,
    values: z.strictObject(sections),
  })
  .superRefine((file, context) => {
    if (file.validTo !== null && file.validFrom !== null && file.validTo < file.validFrom) {
      context.addIssue({ code: 'custom', path: ['validTo'], message: 'the policy ends before it begins' });
    }
    if (file.appliesTo !== TEMPLATE) {
      const message = 'expected a day: only a TEMPLATE may leave it open';
      if (file.validFrom === null) context.addIssue({ code: 'custom', path: ['validFrom'], message });
      if (file.document.issuedOn === null)
        context.addIssue({ code: 'custom', path: ['document', 'issuedOn'], message });
    }
    const citable = new Set([
      file.document.number ?? file.document.title,
      ...file.cites.map(({ cite }) => cite),
    ]);
    for (const [section, stated] of Object.entries(file.values)) {
      for (const [name, entry] of Object.entries(stated)) {
        const path = ['values', section, name];
        if (!citable.has(entry.source.document)) {
          const message = `cites "${entry.source.document}", which the file does not list; add it to cites`;
          context.addIssue({ code: 'custom', path: [...path, 'source', 'document'], message });
        }
        if (entry.floor && file.appliesTo !== NATIONAL) {
          const message = 'only a national policy can mark a value as a floor';
          context.addIssue({ code: 'custom', path: [...path, 'floor'], message });
        }
      }
    }
  });
export type PolicyFile = z.infer<typeof policyFileSchema>;

/** A policy file together with its name and the digest of its text, which is the policy's version. */
export interface LoadedPolicyFile extends PolicyFile {
  readonly file: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly version: string;
}
