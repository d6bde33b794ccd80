import type { IsoDate } from './iso-date.js';
import { PolicyError } from './policy-error.js';
import { SETTINGS, type SectionName } from './policy-settings.js';
import type { FixedSection, KeyedSection, Setting } from './setting.js';
import type { LoadedPolicyFile, SOURCE_STANDINGS, StatedValue } from './policy.schema.js';

/** Where a value comes from: enough to find the sentence, and the exact file that was in force. */
export interface Provenance {
  readonly document: string;
  readonly clause: string;
  readonly standing: (typeof SOURCE_STANDINGS)[number];
  readonly file: string;
  /** Digest of the file's text. */
  readonly version: string;
}

export interface Resolved<T> {
  readonly value: T;
  /** The deciding source first; more than one only where a floor and a local value had to be combined. */
  readonly provenance: readonly [Provenance, ...Provenance[]];
}

/** Document and clause that decided a value, as every derived figure names them. */
export function policyClause({ provenance: [source] }: Pick<Resolved<unknown>, 'provenance'>): string {
  return `${source.document} ${source.clause}`;
}

type ResolvedSetting<S> =
  S extends Setting<infer T, infer R> ? (R extends true ? Resolved<T> : Resolved<T> | undefined) : never;

type ResolvedSection<S> =
  S extends FixedSection<infer Fields>
    ? { readonly [Name in keyof Fields]: ResolvedSetting<Fields[Name]> }
    : S extends KeyedSection<infer Key, infer T>
      ? { readonly [Name in Key]?: Resolved<T> }
      : never;

/** Every value in force for one division on one day. */
export type ResolvedPolicy = { readonly [Name in SectionName]: ResolvedSection<(typeof SETTINGS)[Name]> } & {
  readonly divisionCode: string;
  readonly onDate: IsoDate;
  /** Digests of the files in force, the deciding one first: what a derived row rests on. */
  readonly versions: readonly string[];
};

/** The clause of an entry that its section needs to have for every division. @throws when a policy was made up without it. */
export function clauseOfEntry<Key extends string>(
  entries: { readonly [Name in Key]?: Resolved<unknown> },
  key: Key,
): string {
  const entry = entries[key];
  if (!entry) throw new RangeError(`The policy has no entry "${key}".`);
  return policyClause(entry);
}

export interface PolicyLibrary {
  readonly files: readonly LoadedPolicyFile[];
  /**
   * Resolves all values for a division (code cut by level to 2, 4, 6, 9 or 12 digits) on a day: the smaller
   * division over the larger, within one level the policy that is valid since the latest day; a national floor
   * holds against anything laxer. Throws a RangeError for a code that is not cut by level, and a PolicyError
   * when no policy in force gives a value that the hub cannot do without.
   */
  policyFor(divisionCode: string, onDate: IsoDate): ResolvedPolicy;
}

interface Candidate {
  readonly stated: StatedValue;
  readonly national: boolean;
  readonly provenance: Provenance;
}

function within(onDate: IsoDate, from: IsoDate | null | undefined, to: IsoDate | null | undefined): boolean {
  return (from == null || from <= onDate) && (to == null || onDate <= to);
}

/** Length of the division code by which a policy applies: 0 for national, undefined when it does not apply. */
function closeness({ appliesTo }: LoadedPolicyFile, divisionCode: string): number | undefined {
  if (appliesTo === 'NATIONAL') return 0;
  if (appliesTo === 'TEMPLATE') return undefined;
  const matching = appliesTo.filter((code) => divisionCode.startsWith(code)).map((code) => code.length);
  return matching.length > 0 ? Math.max(...matching) : undefined;
}

/** The files in force, the deciding one first. */
function filesInForce(
  files: readonly LoadedPolicyFile[],
  divisionCode: string,
  onDate: IsoDate,
): LoadedPolicyFile[] {
  const order = (a: LoadedPolicyFile, b: LoadedPolicyFile) =>
    (closeness(b, divisionCode) ?? 0) - (closeness(a, divisionCode) ?? 0) ||
    (b.validFrom ?? '').localeCompare(a.validFrom ?? '') ||
    (b.document.issuedOn ?? '').localeCompare(a.document.issuedOn ?? '') ||
    a.file.localeCompare(b.file);
  return files
    .filter(
      (file) => closeness(file, divisionCode) !== undefined && within(onDate, file.validFrom, file.validTo),
    )
    .sort(order);
}

function candidates(
  files: readonly LoadedPolicyFile[],
  section: string,
  name: string,
  onDate: IsoDate,
): Candidate[] {
  const found: Candidate[] = [];
  for (const { file, version, appliesTo, values } of files) {
    const stated = values[section]?.[name];
    if (!stated || !within(onDate, stated.validFrom, stated.validTo)) continue;
    const provenance = { ...stated.source, file, version };
    found.push({ stated, national: appliesTo === 'NATIONAL', provenance });
  }
  return found;
}

function resolve(setting: Setting<unknown>, found: readonly Candidate[]): Resolved<unknown> | undefined {
  const [local] = found;
  if (!local) return undefined;
  const national = found.find((candidate) => candidate.national);
  const asLocal: Resolved<unknown> = { value: local.stated.value, provenance: [local.provenance] };
  if (!national?.stated.floor || national === local || !setting.stricter) return asLocal;
  const value = setting.stricter.choose(national.stated.value, local.stated.value);
  if (value === local.stated.value) return asLocal;
  if (value === national.stated.value) return { value, provenance: [national.provenance] };
  return { value, provenance: [local.provenance, national.provenance] };
}

/** Every setting of a section that has to have a value or that some file gives one. */
function settingsToResolve(
  definition: (typeof SETTINGS)[SectionName],
  stated: readonly Readonly<Record<string, StatedValue>>[],
): Map<string, Setting<unknown>> {
  if (definition.kind === 'FIXED')
    return new Map<string, Setting<unknown>>(Object.entries(definition.settings));
  const { entry, needs } = definition;
  const optional = stated.flatMap((values) => Object.keys(values)).map((key) => [key, entry] as const);
  const required = needs.map((key) => [key, { ...entry, required: true }] as const);
  return new Map<string, Setting<unknown>>([...optional, ...required]);
}

function resolvePolicy(
  files: readonly LoadedPolicyFile[],
  divisionCode: string,
  onDate: IsoDate,
): ResolvedPolicy {
  const missing: string[] = [];
  const resolved: Record<string, unknown> = {
    divisionCode,
    onDate,
    versions: files.map(({ version }) => version),
  };
  for (const [section, definition] of Object.entries(SETTINGS)) {
    const settings = settingsToResolve(
      definition,
      files.map(({ values }) => values[section] ?? {}),
    );
    const values: Record<string, Resolved<unknown>> = {};
    for (const [name, setting] of settings) {
      const value = resolve(setting, candidates(files, section, name, onDate));
      if (value) values[name] = value;
      else if (setting.required) missing.push(`${section}.${name}`);
    }
    resolved[section] = values;
  }
  if (missing.length > 0) {
    const problem = `no policy in force for division ${divisionCode} on ${onDate} gives ${missing.join(', ')}`;
    throw new PolicyError([{ file: 'policies', path: '', problem }]);
  }
  // Each value has passed the schema of its own setting at load, and none that is required is missing.
  return resolved as ResolvedPolicy;
}

/** About every village of a county for one day; beyond it the memory is emptied rather than grown. */
const REMEMBERED = 1000;

/** Wraps loaded files; reads nothing. Resolved policies are remembered, since the files never change. */
export function createPolicyLibrary(files: readonly LoadedPolicyFile[]): PolicyLibrary {
  const remembered = new Map<string, ResolvedPolicy>();
  /** By the files that decide: nearly all villages of a county have their values in common. */
  const common = new Map<string, ResolvedPolicy>();

  function policyFor(divisionCode: string, onDate: IsoDate): ResolvedPolicy {
    if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(divisionCode)) {
      throw new RangeError('A division code has 2, 4, 6, 9 or 12 digits, cut by level.');
    }
    const inForce = filesInForce(files, divisionCode, onDate);
    const key = [onDate, ...inForce.map(({ version }) => version)].join(' ');
    const policy = common.get(key) ?? resolvePolicy(inForce, divisionCode, onDate);
    remember(common, key, policy);
    return policy.divisionCode === divisionCode ? policy : { ...policy, divisionCode };
  }

  return {
    files,
    policyFor: (divisionCode, onDate) => {
      const key = `${divisionCode} ${onDate}`;
      const policy = remembered.get(key) ?? policyFor(divisionCode, onDate);
      remember(remembered, key, policy);
      return policy;
    },
  };
}

function remember(memory: Map<string, ResolvedPolicy>, key: string, policy: ResolvedPolicy): void {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, policy);
}
