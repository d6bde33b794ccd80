import { registerEnumType } from 'type-graphql';

/** English and official Chinese wording of one thing. `detail` explains it further in the schema's description. */
export interface Term {
  readonly en: string;
  readonly zh: string;
  readonly detail?: string;
  /** Official code of an enum value in the standard that defines it. */
  readonly code?: string;
}

/** Wording of a schema description: "English (中文)", then the explanation. */
export function describe(en: string, zh: string, detail?: string): string {
  return detail ? `${en} (${zh}): ${detail}` : `${en} (${zh}).`;
}

export interface LabelledEnum<Value extends string> {
  readonly name: string;
  /** The object that type-graphql registered: use it as the type of a field. */
  readonly type: { readonly [V in Value]: V };
  readonly values: readonly Value[];
  readonly terms: { readonly [V in Value]: Term };
}

export type EnumValue<E> = E extends LabelledEnum<infer Value> ? Value : never;

/**
 * A closed list of codes, each with its English and Chinese wording.
 *
 * The wording becomes the value's description in the SDL, from which the label catalogue for clients is made.
 */
export function labelledEnum<Value extends string>(
  name: string,
  term: Term,
  terms: { readonly [V in Value]: Term },
): LabelledEnum<Value> {
  const values = Object.keys(terms) as Value[];
  const type = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(type, {
    name,
    description: describe(term.en, term.zh, term.detail),
    valuesConfig: Object.fromEntries(
      values.map((value) => {
        const { en, zh, detail, code } = terms[value];
        const explanation = [code && `official code ${code}`, detail].filter(Boolean).join('; ');
        return [value, { description: describe(en, zh, explanation || undefined) }];
      }),
    ) as Record<Value, { description: string }>,
  });
  return { name, type, values, terms };
}

/** Translates an official code of a feed into the enum's value. @throws when the standard has no such code. */
export function valueOfCode<Value extends string>(labels: LabelledEnum<Value>, code: string): Value {
  const value = labels.values.find((candidate) => labels.terms[candidate].code === code);
  if (!value) throw new RangeError(`${labels.name} has no value with the official code "${code}".`);
  return value;
}
